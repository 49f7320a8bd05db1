// SPDX-License-Identifier: Apache-2.0
package blocks;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** Has blocks alone: no annotation of Pollen stands in this file. */
public final class Plant {
    private Plant() {}

    static Future<String> water(int litres) {
        return async(() -> {
            await(Timer.afterMillis(litres * 10));
            return Future.ready("water ".concat(Integer.toString(litres)));
        });
    }

    static Future<String> light() {
        return async(() -> Future.ready("light"));
    }

    public static String run() {
        VirtualClock clock = new VirtualClock();
        try (Executor executor = Executor.on(clock)) {
            String done = executor.blockOn(water(5)) + ", " + executor.blockOn(light());
            return done + " at " + clock.now() / 1_000_000 + " ms";
        }
    }

    public static void main(String[] args) {
        System.out.println(run());
    }
}
