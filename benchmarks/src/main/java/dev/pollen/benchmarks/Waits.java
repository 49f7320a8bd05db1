// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;

/** Tasks that wait to be woken, again and again. */
final class Waits {
    private Waits() {}

    @AsyncTask(poolSize = 1000)
    static Task<Void> at(Gate gate) {
        for (; ; ) {
            await(gate);
        }
    }

    /** Wakes itself through the waker that any thread can use. */
    @AsyncTask(poolSize = 10)
    static Task<Void> selfWoken(SelfWoken future, int count) {
        for (int left = count; left > 0; left--) {
            await(future);
        }
        return Task.done();
    }
}
