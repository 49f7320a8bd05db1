// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** super, this and interface super calls, qualified by outer classes, with awaits in their arguments. */
final class QualifiedCalls {
    private QualifiedCalls() {}

    interface Greeting {
        default String greet(String name) {
            return "hi " + name;
        }
    }

    interface Polite {
        default String greet(String name) {
            return "dear " + name;
        }
    }

    static class Base {
        protected int value = 1;

        String tell(int n) {
            return "base" + n + value;
        }
    }

    static class Derived extends Base implements Greeting, Polite {
        private final int value = 2;

        @Override
        public String greet(String name) {
            return "no";
        }

        @Override
        String tell(int n) {
            return "derived" + n;
        }

        @Async
        final Future<String> work() {
            super.value += await(Leaf.of(10));
            String r = super.tell(await(Leaf.of(3))) + tell(await(Leaf.of(4))) + this.value + super.value;
            r += Greeting.super.greet(await(Leaf.of("a"))) + Polite.super.greet(await(Leaf.of("b")));
            return Future.ready(r + super.hashCode() + ((Base) this).value);
        }

        @Override
        public int hashCode() {
            return 5;
        }

        class Inner {
            private final int value = 7;

            @Async
            final Future<String> work() {
                String r = Derived.super.tell(await(Leaf.of(8))) + Derived.this.value + this.value;
                return Future.ready(r + Derived.this.tell(await(Leaf.of(value))));
            }
        }
    }

    @Async
    static Future<String> box() {
        Derived d = new Derived();
        String r = await(d.work());
        r = r.replaceFirst("[0-9]+11$", "h11") + await(d.new Inner().work());
        return Future.ready(r.equals("base311derived4211hi adear bh11base81127derived7") ? "OK" : r);
    }
}
