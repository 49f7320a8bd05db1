// SPDX-License-Identifier: Apache-2.0
package timed;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.race;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.selectAll;
import static dev.pollen.futures.Futures.tryJoin;

import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/**
 * Timers as children of every combinator: direct, in async methods, under timeouts and in streams. The task is aborted at
 * each millisecond of its life: what has begun ends, and no timer is left in the queue.
 */
final class TimersInCombinators {
    private static final StringBuilder LOG = new StringBuilder();
    private static int begun;

    private TimersInCombinators() {}

    @Async
    static Future.OfInt after(int millis) {
        begun++;
        try {
            await(Timer.afterMillis(millis));
            return Future.ready(millis);
        } finally {
            begun--;
        }
    }

    @Async
    static Future.OfInt failing(int millis) {
        await(after(millis));
        throw new IllegalStateException("after " + millis);
    }

    @Async
    static AsyncStream.OfInt ticks(int period) {
        begun++;
        try {
            for (int i = 1; i <= 3; i++) {
                await(Timer.afterMillis(period));
                emit(i);
            }
        } finally {
            begun--;
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static Future<String> selects() {
        var r = await(select(after(9), Timer.afterMillis(2), after(4)));
        String text = "s" + r.index();
        var s = await(select(join(after(1), Timer.afterMillis(3)), select(after(2), Timer.afterMillis(5))));
        text += s.isSecond() ? s.second().index() : "?";
        var end = Timer.afterMillis(7);
        int turns = 0;
        while (!await(select(borrow(end), after(2))).isFirst()) {
            turns++;
        }
        return Future.ready(text + turns);
    }

    @Async
    static Future<String> joins() {
        var r = await(join(after(2), Timer.afterMillis(1), join(after(3), after(1))));
        String text = "j" + (r.first().getAsInt() + r.third().first().getAsInt());
        try {
            await(join(after(5), failing(2), Timer.afterMillis(9)));
        } catch (IllegalStateException e) {
            text += e.getMessage();
        }
        var tried = await(tryJoin(join(after(4), failing(1))));
        text += tried.hasFailed() ? tried.failed() : -1;
        var fine = await(tryJoin(join(after(1), Timer.afterMillis(2))));
        return Future.ready(text + (fine.hasFailed() ? "?" : fine.joined().first().getAsInt()));
    }

    @Async
    static Future<String> races() {
        String text = "r" + await(race(after(6), after(3), after(8)));
        try {
            text += await(race(Timeout.after(after(9), 2), after(5)));
        } catch (TimeoutException e) {
            text += "late";
        }
        Future.OfInt[] many = {after(7), after(2), after(5)};
        return Future.ready(text + await(select(many)).index());
    }

    @Async
    static Future<String> selectsAll() {
        var both = await(selectAll(after(2), Timer.afterMillis(2), after(9)));
        String text = "a" + both.isFirst() + both.isSecond() + both.isThird();
        var kept = await(selectAll(after(3), failing(3), after(3)));
        text += kept.first().getAsInt();
        try {
            kept.second().getAsInt();
        } catch (IllegalStateException e) {
            text += e.getMessage();
        }
        try {
            await(selectAll(failing(1), after(1)));
        } catch (IllegalStateException e) {
            text += e.getMessage();
        }
        return Future.ready(text);
    }

    @Async
    static Future<String> streams() {
        var slow = ticks(5);
        var fast = ticks(2);
        int sum = 0;
        while (true) {
            var r = await(select(slow.next(), fast.next(), Timer.afterMillis(4)));
            if (r.isFirst()) {
                if (!r.first().getAsBoolean()) {
                    break;
                }
                sum += 100 * slow.currentAsInt();
            } else if (r.isSecond()) {
                if (!r.second().getAsBoolean()) {
                    break;
                }
                sum += fast.currentAsInt();
            }
        }
        var left = ticks(1);
        var joined = await(join(left.next(), after(2)));
        sum += joined.first().getAsBoolean() ? 1000 * left.currentAsInt() : 0;
        var both = await(selectAll(left.next(), Timer.afterMillis(1), after(8)));
        sum += both.isFirst() && both.isSecond() ? 10000 * left.currentAsInt() : 0;
        return Future.ready("t" + sum);
    }

    @AsyncTask
    static Task<String> main() {
        return Task.ready(await(selects()) + " " + await(joins()) + " " + await(races()) + " " + await(selectsAll()) + " "
                + await(streams()));
    }

    /** Runs the task for some time, then aborts it; says how it has ended. */
    private static String runFor(int millis) {
        VirtualClock clock = new VirtualClock();
        try (Executor executor = Executor.on(clock)) {
            JoinHandle<String> handle = executor.spawner().submit(main());
            executor.runUntilStalled();
            for (int i = 0; i < millis && !handle.isFinished(); i++) {
                clock.advanceMillis(1);
                executor.runUntilStalled();
            }
            boolean finished = handle.isFinished();
            handle.abort();
            executor.runUntilStalled();
            if (begun != 0 || executor.nextDeadline() != Long.MAX_VALUE) {
                throw new AssertionError("left after " + millis + " ms: " + begun + ", " + executor.nextDeadline());
            }
            return finished ? dev.pollen.Pollen.blockOn(handle) + " at " + clock.now() / 1_000_000 : "aborted";
        }
    }

    static String run() {
        for (int millis = 0; ; millis++) {
            String end = runFor(millis);
            if (!end.equals("aborted")) {
                String expected = "s103 j5after 211 r3late1 atruetruefalse3after 3after 1 t21106 at 41";
                return end.equals(expected) ? "OK" : end;
            }
        }
    }
}
