// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in each part of a for header, several in one part, and headers with parts left out. */
final class ForHeaders {
    private ForHeaders() {}

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = await(Leaf.of(0)), j = await(Leaf.of(5)); await(Leaf.of(i)) < j; i += await(Leaf.of(2)), j--) {
            r += i + "" + j + " ";
        }
        int k = 0;
        for (await(Leaf.nothing()), k = await(Leaf.of(7)); ; ) {
            if (k-- == 5) {
                break;
            }
            r += k;
        }
        for (; await(Leaf.of(k)) < 6; k++) {}
        for (; ; k++, await(Leaf.nothing())) {
            if (k > 7) {
                return Future.ready(r.equals("05 24 65") && k == 8 ? "OK" : r + k);
            }
        }
    }
}
