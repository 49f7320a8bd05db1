// SPDX-License-Identifier: Apache-2.0
package station;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.sync.Channel;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** The code of the page on the report. */
final class Station {
    private Station() {}

    static final int LIMIT = 30;

    /** Something that fails now and then. */
    interface Sensor {
        @Async
        Future.OfInt read() throws SensorException;
    }

    static final class SensorException extends Exception {
        private static final long serialVersionUID = 1;
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> watch(Sensor sensor, Channel<String> radio) {
        while (true) {
            int value = await(measure(sensor, 3));
            if (value > LIMIT) {
                await(radio.send("value " + value));
            }
            await(Timer.afterMillis(500));
        }
    }

    @Async
    static Future.OfInt measure(Sensor sensor, int attempts) {
        for (int i = 1; i < attempts; i++) {
            try {
                return Future.ready(await(sensor.read()));
            } catch (SensorException e) {
                await(Timer.afterMillis(10));
            }
        }
        return Future.ready(-1);
    }

    @AsyncTask
    static Task<Void> print(Channel<String> radio) {
        for (int i = 0; i < 2; i++) {
            String text = await(radio.receive());
            System.out.println(Executor.current().clock().now() / 1_000_000 + " ms: " + text);
        }
        Executor.current().stop();
        return Task.done();
    }

    public static void main(String[] args) {
        int[] reads = new int[1];
        Sensor sensor = () -> {
            reads[0]++;
            if (reads[0] == 2) {
                throw new SensorException();
            }
            return Future.ready(10 * reads[0]);
        };
        Channel<String> radio = Channel.local(1);
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.run(spawner -> {
                spawner.spawn(watch(sensor, radio));
                spawner.spawn(print(radio));
            });
        }
    }
}
