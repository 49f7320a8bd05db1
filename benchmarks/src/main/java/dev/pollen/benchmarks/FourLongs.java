// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;

/** A task, and a function, with four longs that are needed after their await. */
final class FourLongs {
    private FourLongs() {}

    @AsyncTask
    static Task.OfLong task(Gate gate, long a, long b, long c, long d) {
        await(gate);
        return Task.ready(a + b + c + d);
    }

    @Async
    static Future.OfLong function(Gate gate, long a, long b, long c, long d) {
        await(gate);
        return Future.ready(a + b + c + d);
    }
}
