// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** super.m() reaches the method above and no other, whatever the receiver is; so do defaults of a named interface. */
final class SuperCalls {
    private SuperCalls() {}

    interface Greeter {
        @Async
        default Future<String> greet(String name) {
            log("greeter");
            return Future.ready("hi " + await(Leaf.of(name)));
        }
    }

    interface Polite {
        @Async
        default Future<String> greet(String name) {
            log("polite");
            return Future.ready("good day " + await(Leaf.of(name)));
        }
    }

    static class Both implements Greeter, Polite {
        @Override
        @Async
        public Future<String> greet(String name) {
            return Future.ready(await(Greeter.super.greet(name)) + "+" + await(Polite.super.greet(name)));
        }
    }

    static class Louder extends Both {
        @Override
        @Async
        public Future<String> greet(String name) {
            return Future.ready(await(super.greet(name)) + "!");
        }
    }

    static class Loudest extends Louder {
        @Override
        @Async
        public Future<String> greet(String name) {
            return Future.ready(await(super.greet(name)) + "!");
        }
    }

    @Async
    static Future<String> box() {
        Greeter greeter = new Loudest();
        Polite polite = new Both();
        String r = await(greeter.greet("a")) + await(polite.greet("b"));
        return Future.ready(r.equals("hi a+good day a!!hi b+good day b") ? "OK" : r);
    }
}
