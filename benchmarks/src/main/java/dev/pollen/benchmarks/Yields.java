// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.yieldNow;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;

/** Tasks that yield a number of times, in four classes. */
final class Yields {
    private Yields() {}

    static Task<Void> of(int kind, int count) {
        return switch (kind & 3) {
            case 0 -> first(count);
            case 1 -> second(count);
            case 2 -> third(count);
            default -> fourth(count);
        };
    }

    @AsyncTask(poolSize = 250)
    static Task<Void> first(int count) {
        for (int done = 0; done != count; done++) {
            await(yieldNow());
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 250)
    static Task<Void> second(int count) {
        for (int left = count; left != 0; left--) {
            await(yieldNow());
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 250)
    static Task<Void> third(int count) {
        for (int done = 0; done < count; done++) {
            await(yieldNow());
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 250)
    static Task<Void> fourth(int count) {
        for (int left = count; left > 0; left--) {
            await(yieldNow());
        }
        return Task.done();
    }
}
