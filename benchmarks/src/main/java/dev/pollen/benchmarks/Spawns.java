// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;

/** A task that spawns another, waits for its result, and does so again. */
final class Spawns {
    private Spawns() {}

    @AsyncTask
    static Task.OfInt parent(Spawner spawner, int count) {
        int sum = 0;
        for (int left = count - 1; left >= 0; left--) {
            sum += await(spawner.submit(child(left)));
        }
        return Task.ready(sum);
    }

    @AsyncTask
    static Task.OfInt child(int x) {
        return Task.ready(x + 1);
    }
}
