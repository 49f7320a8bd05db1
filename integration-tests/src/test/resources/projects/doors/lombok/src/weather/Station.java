// SPDX-License-Identifier: Apache-2.0
package weather;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.time.Timer;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.val;

/** A weather station; what its last words say of a line is what JaCoCo must say. */
@Getter
@RequiredArgsConstructor
final class Station {
    @NonNull
    private final String name;

    private final List<Reading> readings = new ArrayList<>();

    @Async
    Future<Reading> read(int channel) {
        await(Timer.afterMillis(5)); // covered
        val doubled = channel * 2; // covered
        if (channel > 5) { // covered
            await(Timer.afterMillis(100)); // missed
            return Future.ready(new Reading(name, -1)); // missed
        }
        return Future.ready(new Reading(getName(), doubled)); // covered
    }

    @AsyncTask
    @SneakyThrows
    Task<Void> collect(int channels) {
        for (int i = 0; i < channels; i++) { // covered
            val reading = await(read(i)); // covered
            try {
                check(reading); // covered
                readings.add(reading); // covered
            } catch (IllegalArgumentException e) {
                readings.clear(); // missed
            } finally {
                int celsius = reading.getCelsius(); // covered
                await(async(() -> { // covered
                    await(Timer.afterMillis(celsius)); // covered
                    return Future.done(); // covered
                }));
            }
        }
        return Task.done(); // covered
    }

    private static void check(Reading reading) throws Exception {
        if (reading.getCelsius() < 0) {
            throw new IllegalArgumentException(reading.toString());
        }
    }
}
