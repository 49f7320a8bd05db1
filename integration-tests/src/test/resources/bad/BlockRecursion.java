// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A block that awaits the method which makes it would hold itself. */
final class BlockRecursion {
    private BlockRecursion() {}

    @Async
    static Future<Void> again(int n) {
        await(async(() -> { // POLLEN-010
            if (n > 0) {
                await(again(n - 1)); // POLLEN-010
            }
            return Future.done();
        }));
        return Future.done();
    }
}
