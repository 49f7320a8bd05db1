// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import box.Leaky;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.time.Timer;

/** What a sample must not do: each must be found, and only what the report cannot see is not in it. */
final class Planted {
    private static Object kept;

    private Planted() {}

    @AsyncTask
    static Task<Void> leaks() {
        while (true) {
            await(Timer.afterMillis(10));
            keep(3); // the report says that this calls what allocates
            await(Leaky.leaky()); // and it cannot know what a placed factory hides
        }
    }

    private static void keep(int size) {
        again(size, 2);
    }

    private static void again(int size, int times) {
        if (times == 0) {
            kept = new int[size];
        } else {
            again(size, times - 1);
        }
    }
}
