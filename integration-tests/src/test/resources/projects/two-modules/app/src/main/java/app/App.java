// SPDX-License-Identifier: Apache-2.0
package app;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.blockOn;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import sensors.Sensors;

/** Awaits what another module offers. */
final class App {
    private App() {}

    public static void main(String[] args) {
        System.out.println(blockOn(sum(new Sensors(3))));
    }

    @Async
    static Future<String> sum(Sensors sensors) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += await(Sensors.read(i));
        }
        double average = await(sensors.average(3));
        return Future.ready(sum + " " + average);
    }
}
