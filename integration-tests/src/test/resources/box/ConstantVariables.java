// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** Final variables with constant values, in case labels, conditions and lambdas, whose slots may hold nothing. */
final class ConstantVariables {
    private ConstantVariables() {}

    private static final int FIRST = 1;

    @Async
    static Future<String> box() {
        final int two = 2;
        final String text = "t" + two;
        final boolean on = true;
        String r = "";
        for (int i = 0; i < 3; i++) {
            switch (await(Leaf.of(i))) {
                case FIRST:
                    r += text;
                    break;
                case two:
                    r += on ? await(Leaf.of(two)) : 0;
                    break;
                default:
                    r += FIRST + two;
            }
        }
        Supplier<String> s = () -> text + two;
        await(Leaf.nothing());
        final byte narrow = two * 60;
        r += s.get() + narrow + await(Leaf.of(text));
        return Future.ready(r.equals("3t22t22120t2") ? "OK" : r);
    }
}
