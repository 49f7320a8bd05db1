// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Variables that are assigned in try and read in catch, finally and after it. */
final class AssignedInTry {
    private AssignedInTry() {}

    @Async
    static Future<String> path(boolean fail) {
        String s = "0";
        int i = 0;
        long wide = 1;
        try {
            s = "1" + await(Leaf.of(""));
            i = 5;
            wide = 1L << 40;
            await(Leaf.nothing());
            if (fail) {
                throw new IllegalArgumentException();
            }
            i = 6;
            s = await(Leaf.of("2"));
        } catch (IllegalArgumentException e) {
            log("catch " + s + i + wide);
            s += await(Leaf.of("c"));
        } finally {
            log("finally " + s + i + wide);
            i += await(Leaf.of(1));
        }
        return Future.ready(s + i + wide);
    }

    @Async
    static Future<String> box() {
        String r = await(path(false)) + " " + await(path(true));
        return Future.ready(r.equals("271099511627776 1c61099511627776") ? "OK" : r);
    }
}
