// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Bodies of enum constants with async methods and blocks. */
final class EnumConstantMethods {
    private EnumConstantMethods() {}

    enum Op {
        PLUS("+") {
            @Override
            @Async
            Future.OfInt apply(int a, int b) {
                return Future.ready(a + await(Leaf.of(b)));
            }
        },
        TIMES("*") {
            private final int bonus = 1;

            @Override
            @Async
            Future.OfInt apply(int a, int b) {
                int n = await(asyncInt(() -> Future.ready(await(Leaf.of(a)) * b)));
                return Future.ready(n + bonus);
            }
        },
        SAME("=");

        final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        @Async
        Future.OfInt apply(int a, int b) {
            return Future.ready(await(Leaf.of(a)));
        }

        Future<String> show(int a, int b) {
            return async(() -> Future.ready(a + sign + b + "=" + await(apply(a, b))));
        }
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (Op op : Op.values()) {
            r += await(op.show(3, 4)) + " ";
        }
        return Future.ready(r.equals("3+4=7 3*4=13 3=4=3 ") ? "OK" : r);
    }
}
