// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Async methods of anonymous classes that implement interfaces and extend abstract and generic classes. */
final class AnonymousMethods {
    private AnonymousMethods() {}

    interface Source {
        Future<String> read(int n);
    }

    abstract static class Machine<T> {
        private final T start;

        Machine(T start) {
            this.start = start;
        }

        abstract Future<T> step(T t);

        @Async
        Future<T> run() {
            T t = await(step(start));
            return Future.ready(await(step(t)));
        }
    }

    private final Source held = new Source() {
        @Override
        @Async
        public Future<String> read(int n) {
            return Future.ready("held" + await(Leaf.of(n)));
        }
    };

    @Async
    private Future<String> work(String given) {
        int awaited = await(Leaf.of(4));
        Source source = new Source() {
            private int reads;

            @Override
            @Async
            public Future<String> read(int n) {
                String s = await(held.read(++reads));
                String t = await(async(() -> Future.ready(given + await(Leaf.of(awaited)) + reads)));
                return Future.ready(s + t + n);
            }
        };
        Machine<String> machine = new Machine<>("m") {
            @Override
            @Async
            Future<String> step(String s) {
                return Future.ready(s + await(source.read(await(Leaf.of(s.length())))));
            }
        };
        return Future.ready(await(machine.run()));
    }

    @Async
    static Future<String> box() {
        String r = await(new AnonymousMethods().work("g"));
        return Future.ready(r.equals("mheld1g411held2g4210") ? "OK" : r);
    }
}
