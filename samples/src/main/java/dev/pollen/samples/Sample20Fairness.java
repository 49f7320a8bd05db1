// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.time.Delay;
import dev.pollen.time.Timer;

/**
 * Nobody is passed over: a bell rings every half second beside a task that awaits timers which are due already, and one that
 * wakes itself for ever. {@code ./demo fairness} runs it:
 *
 * <pre>
 * [     0 ms] DING DONG
 * [   501 ms] DING DONG
 * [  1003 ms] DING DONG
 * </pre>
 */
public final class Sample20Fairness {
    @AsyncTask
    static Task<Void> bell() {
        while (true) {
            Log.info("DING DONG");
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask
    static Task<Void> due(long past) {
        while (true) {
            await(Timer.at(past));
            Delay.blockForMicros(10); // what it takes, for the virtual clock
        }
    }

    @AsyncTask
    static Task<Void> restless() {
        await(new Restless());
        return Task.done();
    }

    /** Is never ready, and wakes its task in each poll. */
    private static final class Restless implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            Delay.blockForMicros(10);
            cx.waker().wake();
            return Poll.PENDING;
        }

        @Override
        public Void get() {
            throw new IllegalStateException("never ready");
        }

        @Override
        public void cancel() {
            // Nothing is under way.
        }
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        Bench.board(spawner, args);
        spawner.spawn(bell());
        spawner.spawn(due(spawner.executor().clock().now()));
        spawner.spawn(restless());
        return Task.done();
    }
}
