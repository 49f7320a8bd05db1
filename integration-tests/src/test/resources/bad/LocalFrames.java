// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What only the weaver sees of methods of local and anonymous classes. */
final class LocalFrames {
    private LocalFrames() {}

    static Object local() {
        return new Object() {
            private Object kept;

            @Async
            private Future.OfInt keeps() {
                kept = await(join(value(), value())); // POLLEN-009
                return Future.ready(1);
            }

            @Async
            private Future.OfInt value() {
                return Future.ready(1);
            }
        };
    }
}

