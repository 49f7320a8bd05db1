// SPDX-License-Identifier: Apache-2.0
package timed;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** Time limits around every form of future, and timers that are lent to a loop. */
final class Timeouts {
    private static final StringBuilder LOG = new StringBuilder();

    private Timeouts() {}

    @Async
    static Future<String> text(int millis) {
        try {
            await(Timer.afterMillis(millis));
            return Future.ready("t" + millis);
        } finally {
            LOG.append("end ").append(millis).append("; ");
        }
    }

    @Async
    static Future.OfInt ofInt(int millis) {
        await(Timer.afterMillis(millis));
        return Future.ready(millis);
    }

    @Async
    static Future.OfDouble ofDouble(int millis) {
        await(Timer.afterMillis(millis));
        return Future.ready(millis / 2.0);
    }

    @Async
    static Future<String> limited(int millis) {
        try {
            return Future.ready(await(Timeout.after(text(millis), 10)));
        } catch (TimeoutException e) {
            return Future.ready("late");
        }
    }

    @Async
    static Future.OfInt turns() {
        var end = Timer.afterMillis(10);
        for (int n = 0; ; n++) {
            var r = await(select(borrow(end), Timer.afterMillis(3)));
            if (r.isFirst()) {
                return Future.ready(n);
            }
        }
    }

    @AsyncTask
    static Task<Void> main() {
        LOG.append(await(limited(5))).append("; ").append(await(limited(50))).append("; ");
        try {
            LOG.append(await(Timeout.after(ofInt(7), 8)) + await(Timeout.after(ofDouble(4), 4))).append("; ");
            await(Timeout.after(Timeout.after(ofInt(9), 20), 3));
        } catch (TimeoutException e) {
            LOG.append("inner; ");
        }
        LOG.append(await(turns()));
        return Task.done();
    }

    static String run() {
        VirtualClock clock = new VirtualClock();
        try (Executor executor = Executor.on(clock)) {
            executor.run(spawner -> spawner.spawn(main()));
        }
        String expected = "end 5; t5; end 50; late; 9.0; inner; 3";
        return LOG.toString().equals(expected) && clock.now() == 39_000_000 ? "OK" : clock.now() + ": " + LOG;
    }
}
