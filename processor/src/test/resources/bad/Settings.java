// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;

final class Settings {
    private Settings() {}

    @AsyncTask(maxBytes = 64) // POLLEN-013 maxBytes
    static Task<Void> small() {
        return Task.done();
    }
}
