// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Variable arguments with awaits among them. */
final class Varargs {
    private Varargs() {}

    @Async
    static Future<String> joined(String separator, Object... parts) {
        await(Leaf.nothing());
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part).append(separator);
        }
        return Future.ready(text.toString());
    }

    @Async
    static Future<String> box() {
        String r = await(joined("-", await(Leaf.of(1)), "x", await(Leaf.of(2L)), (char) await(Leaf.of('c')))) + await(joined("+"));
        return Future.ready(r.equals("1-x-2-c-") ? "OK" : r);
    }
}
