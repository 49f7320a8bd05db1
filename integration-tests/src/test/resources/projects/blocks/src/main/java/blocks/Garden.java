// SPDX-License-Identifier: Apache-2.0
package blocks;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import com.sun.management.ThreadMXBean;
import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.lang.management.ManagementFactory;

/** Awaits blocks for ever, and measures what that allocates. */
final class Garden {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20_000;

    private int grown;

    private Garden() {}

    @AsyncTask
    Task<Void> grow(int step) {
        class Bed {
            @Async
            private Future.OfInt dig(int depth) {
                await(Timer.afterMillis(depth));
                return Future.ready(depth + step);
            }
        }
        Bed bed = new Bed();
        while (true) {
            int before = grown;
            grown += await(asyncInt(() -> {
                await(Timer.afterMillis(step));
                int more = await(asyncInt(() -> Future.ready(await(bed.dig(1)) + before)));
                return Future.ready(more - before - step);
            }));
            var both = await(join(bed.dig(2), async(() -> {
                await(Timer.afterMillis(1));
                return Future.done();
            })));
            var first = await(select(async(() -> bed.dig(1)), Timer.afterMillis(50)));
            if (both.first().getAsInt() != 2 + step || first.isSecond()) {
                throw new IllegalStateException();
            }
        }
    }

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        Garden garden = new Garden();
        try (Executor executor = Executor.on(clock)) {
            executor.spawner().spawn(garden.grow(3));
            turn(executor, clock, WARM_UP);
            int grownBefore = garden.grown;
            // The JVM itself allocates now and then; what a turn allocates is there each time.
            long allocated = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                turn(executor, clock, 1000);
                allocated = Math.min(allocated, THREADS.getCurrentThreadAllocatedBytes() - before);
            }
            System.out.println((garden.grown > grownBefore) + ", allocated " + allocated);
        }
    }

    private static void turn(Executor executor, VirtualClock clock, int times) {
        for (int i = 0; i < times; i++) {
            executor.runUntilStalled();
            clock.advanceToNextDeadline();
        }
    }
}
