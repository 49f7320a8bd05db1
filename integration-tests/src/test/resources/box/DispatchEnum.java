// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Constants of an enum with bodies of their own: those override without the mark. */
final class DispatchEnum {
    private DispatchEnum() {}

    enum Op {
        PLUS {
            @Override
            Future.OfInt apply(int a, int b) {
                return Leaf.of(a + b);
            }
        },
        TIMES {
            @Override
            Future.OfInt apply(int a, int b) {
                return Leaf.of(a * b);
            }
        },
        FIRST;

        @Async
        Future.OfInt apply(int a, int b) {
            return Future.ready(await(Leaf.of(a)));
        }
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (Op op : Op.values()) {
            r += await(op.apply(3, 4)) + " ";
        }
        return Future.ready(r.equals("7 12 3 ") ? "OK" : r);
    }
}
