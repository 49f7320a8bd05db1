// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

final class Leaking {
    private Leaking() {}

    @Async
    static Future<String> box() {
        await(Leaky.leaky());
        return Future.ready("OK");
    }
}
