// SPDX-License-Identifier: Apache-2.0
package loaded;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** Has a task, a function, and a block, whose Future class no file is for. */
public final class Work implements Runnable {
    /** Made by reflection. */
    public Work() {}

    @Async
    Future.OfInt sum(int limit) {
        int sum = 0;
        for (int i = 1; i <= limit; i++) {
            await(Timer.afterMillis(i));
            sum += i;
        }
        return Future.ready(sum);
    }

    @AsyncTask
    Task<Void> work() {
        int twice = await(async(() -> {
            await(Timer.afterMillis(5));
            return Future.ready(2 * await(sum(4)));
        }));
        System.out.println("worked: " + twice);
        return Task.done();
    }

    @Override
    public void run() {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.run(spawner -> spawner.spawn(work()));
        }
    }
}
