// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncBoolean;
import static dev.pollen.Pollen.asyncDouble;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.asyncLong;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The forms for primitive results, and their results in references. */
final class BlockPrimitives {
    private BlockPrimitives() {}

    @Async
    static Future<String> box() {
        int i = await(asyncInt(() -> Future.ready(await(Leaf.of(1)) + 1)));
        long l = await(asyncLong(() -> {
            long first = await(Leaf.of(10L));
            return Future.ready(first + await(Leaf.of(20L)));
        }));
        double d = await(asyncDouble(() -> Future.ready(await(Leaf.of(0.25)) * 2)));
        boolean z = await(asyncBoolean(() -> Future.ready(!await(Leaf.of(false)))));
        int passedOn = await(asyncInt(() -> Leaf.of(5)));
        Integer boxed = await(async(() -> Leaf.of(6)));
        Object ready = await(async(() -> Future.ready(7)));
        String r = "" + i + l + d + z + passedOn + boxed + ready;
        return Future.ready(r.equals("2300.5true567") ? "OK" : r);
    }
}
