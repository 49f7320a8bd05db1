// SPDX-License-Identifier: Apache-2.0
package loaded;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.time.Timer;

/** A task that is larger than it allows, because of what it awaits in a class that nobody has loaded. */
final class Large {
    private Large() {}

    @AsyncTask(maxBytes = 40)
    static Task<Void> fill() {
        await(Barrel.fill());
        return Task.done();
    }

    @AsyncTask(maxBytes = 1000)
    static Task<Void> fits() {
        await(Barrel.fill());
        return Task.done();
    }

    static final class Barrel {
        private Barrel() {}

        @Async
        static Future<Void> fill() {
            await(Timer.afterMillis(1));
            return Future.done();
        }
    }
}
