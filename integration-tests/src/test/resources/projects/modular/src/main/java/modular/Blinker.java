// SPDX-License-Identifier: Apache-2.0
package modular;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** Blinks in a module that exports nothing. */
final class Blinker {
    private Blinker() {}

    public static void main(String[] args) {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.run(spawner -> spawner.spawn(blink(2)));
        }
    }

    @AsyncTask
    static Task<Void> blink(int times) {
        for (int i = 0; i < times; i++) {
            System.out.println(await(next(i)));
        }
        return Task.done();
    }

    @Async
    private static Future<String> next(int i) {
        await(Timer.afterMillis(500));
        return Future.ready(i % 2 == 0 ? "on" : "off");
    }
}
