// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timer;

/** What the board itself does while the tasks of a sample run. */
final class BoardTasks {
    private BoardTasks() {}

    /** Ends the run. */
    @AsyncTask
    static Task<Void> stopAfter(long millis, Executor executor) {
        await(Timer.afterMillis(millis));
        executor.stop();
        return Task.done();
    }

    /** Lets line k, counted from 1, arrive at k times 700 ms. */
    @AsyncTask
    static Task<Void> type(RecordedInput recorded, Input input) {
        for (byte[] line : recorded.lines()) {
            await(Timer.afterMillis(RecordedInput.MILLIS_PER_LINE));
            if (!input.press(line)) {
                await(input.uart().wire().send(line));
            }
        }
        return Task.done();
    }
}
