// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Classes are initialised when a static field is read or written or a method is called, after the awaits before it. */
final class InitialisationByUse {
    private InitialisationByUse() {}

    static class A {
        static int value = 1;

        static {
            log("A");
        }
    }

    static class B extends A {
        static int own = 2;

        static {
            log("B");
        }

        static int call(int x, int y) {
            log("call");
            return x + y;
        }
    }

    static class C {
        static final int CONSTANT = 5;
        static final Integer BOXED = 6;

        static {
            log("C");
        }
    }

    static class D {
        static int[] array = {1, 2};

        static {
            log("D");
        }
    }

    static class E {
        static int target;

        static {
            log("E");
        }
    }

    @Async
    static Future<String> box() {
        int n = await(Leaf.of(1)) + B.value;
        n += await(Leaf.of(B.call(await(Leaf.of(10)), seen(20))));
        n += C.CONSTANT + await(Leaf.of(C.CONSTANT));
        n += await(Leaf.of(2)) * C.BOXED;
        D.array[await(Leaf.of(1))] += await(Leaf.of(3));
        E.target = await(Leaf.of(4));
        n += B.own + D.array[1] - E.target;
        D.array[1] = 2;
        return Future.ready(n == 57 ? "OK" : "n " + n);
    }
}
