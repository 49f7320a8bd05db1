// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.annotations.NoAllocation;

final class Settings {
    private Settings() {}

    @AsyncTask(maxBytes = 64) // POLLEN-013 maxBytes
    static Task<Void> small() {
        return Task.done();
    }

    @NoAllocation
    @Async
    static Future<Void> strict() { // POLLEN-013 @NoAllocation
        return Future.done();
    }

    @NoAllocation
    static final class Strict {
        private Strict() {}

        @Async
        static Future<Void> inside() { // POLLEN-013 @NoAllocation
            return Future.done();
        }
    }
}
