// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;

final class Settings {
    private Settings() {}

    @AsyncTask(maxBytes = -64) // POLLEN-055 maxBytes is -64: write the bytes that a slot may take, or leave it out for no limit
    static Task<Void> negative() {
        return Task.done();
    }
}
