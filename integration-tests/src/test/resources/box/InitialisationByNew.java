// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** new initialises classes and their superclasses before its arguments, also where the constructor's arguments nest. */
final class InitialisationByNew {
    private InitialisationByNew() {}

    static class Base {
        static {
            log("init Base");
        }
    }

    static class Outer extends Base {
        static {
            log("init Outer");
        }

        private final int n = seen(9);

        Outer(Object a, Object b) {
            log("new Outer " + a + b);
        }

        @Override
        public String toString() {
            return "outer" + n;
        }
    }

    static class Inner {
        static {
            log("init Inner");
        }

        Inner(int n) {
            log("new Inner " + n);
        }

        @Override
        public String toString() {
            return "inner";
        }
    }

    static class Elements {
        static {
            log("init Elements");
        }
    }

    @Async
    static Future<String> box() {
        Object o = new Outer(seen(1) + await(Leaf.of("a")), new Inner(await(Leaf.of(seen(2)))));
        Object[] array = new Elements[await(Leaf.of(1))];
        log("array");
        boolean is = await(Leaf.of(o)) instanceof Elements;
        log("instanceof");
        array[0] = await(Leaf.of(1)) == 1 ? new Elements() : o;
        return Future.ready(o.toString().equals("outer9") && !is ? "OK" : "o " + o);
    }
}
