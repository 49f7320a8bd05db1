// SPDX-License-Identifier: Apache-2.0
import dev.pollen.Future;
import dev.pollen.annotations.Async;

class Plain {
    @Async
    static Future<Void> nothing() {
        return Future.done();
    }
}
