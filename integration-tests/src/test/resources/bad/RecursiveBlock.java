// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A frame that would hold itself through a block, and one whose bound stands on another cycle. */
final class RecursiveBlock {
    private RecursiveBlock() {}

    @Async
    static Future.OfInt down(int n) {
        return Future.ready(
                await( //
                        asyncInt(() -> Future.ready( // POLLEN-010
                                1 + await(down(n - 1)))))); // POLLEN-010
    }

    @Async(maxDepth = 3)
    static Future.OfInt bounded(int n) {
        return Future.ready(n == 0 ? 0 : await(bounded(n - 1)) + await(unbounded(n)));
    }

    @Async
    static Future.OfInt unbounded(int n) {
        return Future.ready(n == 0 ? await(bounded(0)) : await(unbounded(n - 1))); // POLLEN-010
    }
}
