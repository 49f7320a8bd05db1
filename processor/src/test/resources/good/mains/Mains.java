// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import java.io.IOException;

class Mains {
    @AsyncMain
    @AsyncTask
    static Task<Void> run() {
        return Task.done();
    }

    static class Tool {
        @AsyncMain
        @AsyncTask
        static Task<Void> run(Spawner spawner, String... args) throws IOException {
            throw new IOException();
        }
    }
}
