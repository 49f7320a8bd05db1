// SPDX-License-Identifier: Apache-2.0
package thermostat;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** Reads a sensor three times. */
public final class Thermostat {
    private final StringBuilder log = new StringBuilder();
    private final VirtualClock clock = new VirtualClock();
    private final Sensor sensor = new Sensor(20);

    public static void main(String[] args) {
        System.out.print(run());
    }

    public static String run() {
        Thermostat thermostat = new Thermostat();
        try (Executor executor = Executor.on(thermostat.clock)) {
            executor.run(spawner -> spawner.spawn(thermostat.control(3)));
        }
        return thermostat.log.toString();
    }

    @AsyncTask
    Task<Void> control(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += await(sensor.read(i));
            await(Timer.afterMillis(500));
            log.append(clock.now() / 1_000_000).append(" ms: ").append(sum).append('\n');
        }
        return Task.done();
    }
}
