// SPDX-License-Identifier: Apache-2.0
package weather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.executor.Executor;
import dev.pollen.time.VirtualClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class StationTest {
    @Test
    void collectsWhatItReads() {
        VirtualClock clock = new VirtualClock();
        Station station = new Station("north");
        try (Executor executor = Executor.on(clock)) {
            executor.run(spawner -> spawner.spawn(station.collect(3)));
        }
        assertEquals(
                List.of(new Reading("north", 0), new Reading("north", 2), new Reading("north", 4)),
                station.getReadings());
        assertEquals(21_000_000, clock.now());
    }
}
