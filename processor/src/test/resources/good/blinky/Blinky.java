// SPDX-License-Identifier: Apache-2.0
package demo;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.Output;
import dev.pollen.time.Timer;

final class Blinky {
    @AsyncTask(poolSize = 4)
    static Task<Void> blink(Output led) {
        for (;;) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    @Async
    static Future<Temperature> readTemperature(I2c i2c, byte[] raw) throws I2cException {
        await(i2c.read(0x48, raw));
        return Future.ready(new Temperature(raw[0]));
    }

    @AsyncMain
    @AsyncTask(name = "start")
    static Task<Void> main(Spawner spawner) {
        spawner.spawn(blink(() -> {}));
        return Task.done();
    }

    record Temperature(int degrees) {}
}
