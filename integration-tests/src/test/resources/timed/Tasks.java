// SPDX-License-Identifier: Apache-2.0
package timed;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** Tasks with every form of result and of parameter, as static and as instance methods, run again in the same slot. */
final class Tasks {
    private final int factor;

    private Tasks(int factor) {
        this.factor = factor;
    }

    @Async
    static Future.OfInt later(int x) {
        await(Timer.afterMillis(1));
        return Future.ready(x);
    }

    @AsyncTask(poolSize = 2)
    Task.OfInt times(int x) {
        return Task.ready(factor * await(later(x)));
    }

    @AsyncTask
    static Task.OfLong ofLong(long a, double b) {
        await(Timer.afterMillis(2));
        return Task.ready(a + (long) b);
    }

    @AsyncTask
    static Task.OfDouble ofDouble(float f) {
        return Task.ready(f + await(later(1)));
    }

    @AsyncTask
    static Task.OfBoolean ofBoolean(boolean z, char c) {
        await(Timer.afterMillis(1));
        return Task.ready(z && c == 'c');
    }

    @AsyncTask
    static <T> Task<T> same(T value) {
        try {
            await(later(1));
            return Task.ready(value);
        } finally {
            await(later(2));
        }
    }

    @AsyncTask
    static Task<Void> thrower() {
        await(later(1));
        throw new IllegalStateException("thrown");
    }

    @AsyncTask
    static Task<String> main(Spawner spawner) {
        String s = "";
        for (int i = 1; i < 3; i++) {
            var first = spawner.submit(new Tasks(10).times(i));
            var second = spawner.submit(new Tasks(100).times(i));
            s += await(second) + await(first) + " ";
            s += await(spawner.submit(ofLong(1L << 33, i))) + " ";
            s += await(spawner.submit(ofDouble(0.5f))) + " " + await(spawner.submit(ofBoolean(true, 'c'))) + " ";
            s += await(spawner.submit(same("s" + i))) + " ";
            try {
                await(spawner.submit(thrower()));
            } catch (IllegalStateException e) {
                s += e.getMessage() + " ";
            }
        }
        return Task.ready(s);
    }

    static String run() {
        try (Executor executor = Executor.on(new VirtualClock())) {
            String[] result = new String[1];
            executor.run(spawner -> {
                spawner.spawn(keep(spawner, result));
            });
            String expected = "110 8589934593 1.5 true s1 thrown 220 8589934594 1.5 true s2 thrown ";
            return expected.equals(result[0]) ? "OK" : result[0];
        }
    }

    @AsyncTask
    static Task<Void> keep(Spawner spawner, String[] result) {
        result[0] = await(spawner.submit(main(spawner)));
        return Task.done();
    }
}
