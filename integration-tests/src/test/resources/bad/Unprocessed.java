// SPDX-License-Identifier: Apache-2.0
// options: -proc:none
package bad;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Async methods that the annotation processor has not seen: the first of them says so for all. */
final class Unprocessed {
    private Unprocessed() {}

    @Async
    static Future.OfInt first() { // POLLEN-020
        return Future.ready(1);
    }

    @Async
    static Future.OfInt second() {
        return Future.ready(await(first()));
    }
}
