// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.time.Timer;

/** Tasks that sleep once. */
final class Sleeps {
    private Sleeps() {}

    @AsyncTask(poolSize = 100_000)
    static Task<Void> sleep(long nanos) {
        await(Timer.afterNanos(nanos));
        return Task.done();
    }
}
