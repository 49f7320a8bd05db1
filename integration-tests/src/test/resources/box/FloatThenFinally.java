// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A float in the slot of the stack frame where finally later keeps its exception. */
final class FloatThenFinally {
    private FloatThenFinally() {}

    @Async
    static Future<String> work(boolean fails) {
        String r = "";
        try {
            float f = 1.5f;
            await(Leaf.nothing());
            double g = f + await(Leaf.of(1));
            r += f + " " + g;
            if (fails) {
                throw new IllegalStateException("thrown");
            }
        } finally {
            int i = await(Leaf.of(3));
            await(Leaf.nothing());
            r += i;
            log(r);
        }
        long l = await(Leaf.of(4L));
        await(Leaf.nothing());
        return Future.ready(r + l);
    }

    @Async
    static Future<String> box() {
        String r = await(work(false));
        try {
            r += await(work(true));
        } catch (IllegalStateException e) {
            r += e.getMessage();
        }
        return Future.ready(r.equals("1.5 2.534thrown") ? "OK" : r);
    }
}
