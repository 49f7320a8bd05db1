// SPDX-License-Identifier: Apache-2.0
package greenhouse;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.pollen.Future;
import dev.pollen.executor.Spawner;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import dev.pollen.testkit.AllocationAssert;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.StalledError;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.TimeHold;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.testkit.junit.Seed;
import dev.pollen.time.Timer;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PollenExtension.class)
class GreenhouseTest {
    @Test
    void watersForTenMinutes(TestExecutor executor, EventLog log) {
        executor.spawn(Greenhouse.water(on -> log.event("valve " + on), 600_000));
        executor.runToEnd();
        log.assertLines("0 ms: valve true", "600000 ms: valve false");
    }

    @Test
    void opensTheVentWhileItIsWarm(TestExecutor executor, EventLog log) {
        Channel<Integer> degrees = Channel.of(8);
        executor.spawnBackground(Greenhouse.ventilate(degrees, on -> log.event("vent " + on)));
        degrees.trySend(24);
        degrees.trySend(26);
        executor.runUntilStalled();
        log.assertLines("0 ms: vent true");

        executor.advanceMillis(60_000);
        degrees.trySend(27);
        degrees.trySend(25);
        executor.runUntilStalled();
        log.assertLines("60000 ms: vent false");
    }

    @Test
    void takesTheMeanOfThreeReadings(TestExecutor executor) throws NoReadingException {
        Channel<Integer> degrees = Channel.of(8);
        degrees.trySend(20);
        degrees.trySend(22);
        degrees.trySend(24);
        assertEquals(22, executor.blockOn(Greenhouse.mean(degrees, 3)));
    }

    @Test
    void watersOneBedAfterTheOther(TestExecutor executor, Spawner spawner, EventLog log) {
        executor.blockOn(async(() -> {
            await(spawner.submit(Greenhouse.water(on -> log.event("first " + on), 1_000)));
            await(Timer.afterMillis(500));
            await(spawner.submit(Greenhouse.water(on -> log.event("second " + on), 1_000)));
            return Future.done();
        }));
        log.assertLines("0 ms: first true", "1000 ms: first false", "1500 ms: second true", "2500 ms: second false");
    }

    @Test
    void givesUpAfterASecondWithoutAReading(TestExecutor executor) {
        Channel<Integer> degrees = Channel.of(8);
        degrees.trySend(20);
        NoReadingException e =
                assertThrows(NoReadingException.class, () -> executor.blockOn(Greenhouse.mean(degrees, 3)));
        assertEquals("no reading after 1", e.getMessage());
        assertEquals(1_000, executor.nowMillis());
    }

    @Test
    void doesNotSprayByItself(TestExecutor executor) {
        executor.spawnBackground(Greenhouse.spray(Notification.of(), on -> fail("nobody has pressed")));
        executor.advance(Duration.ofDays(1));
    }

    @Test
    void nobodyPresses(TestExecutor executor) {
        executor.spawn(Greenhouse.spray(Notification.of(), on -> {}));
        StalledError stalled = assertThrows(StalledError.class, executor::runToEnd);
        assertTrue(stalled.getMessage().contains("Greenhouse.spray"));
        executor.executor().stop();
    }

    @RepeatedTest(50)
    @Seed
    void reportsWhatWasMeasuredInTheSameSecond(TestExecutor executor, EventLog log) {
        Channel<Integer> degrees = Channel.of(1);
        executor.spawn(Greenhouse.report(degrees, log::event));
        executor.spawn(Greenhouse.measure(degrees, 3));
        executor.runToEnd();
        log.assertLines("1000 ms: 21 degrees", "2000 ms: 22 degrees", "3000 ms: 23 degrees");
    }

    @Test
    void isPolledTwice(TestExecutor executor, EventLog log) {
        executor.logTasks();
        executor.spawn(Greenhouse.water(on -> log.event("valve " + on), 1_000));
        executor.runToEnd();
        log.assertLines(
                "0 ms: Greenhouse.water[0] starts",
                "0 ms: Greenhouse.water[0] is polled",
                "0 ms: valve true",
                "1000 ms: Greenhouse.water[0] is polled",
                "1000 ms: valve false",
                "1000 ms: Greenhouse.water[0] ends");
    }

    @Test
    void aReaderThreadSendsReadings(TestExecutor executor) throws Exception {
        Channel<Integer> degrees = Channel.of(8);
        TimeHold reading = executor.holdTime("reading the sensor");
        Thread reader = new Thread(() -> {
            try (reading) {
                degrees.trySend(readSlowly());
            }
        });
        reader.start();
        assertEquals(26, executor.blockOn(Greenhouse.mean(degrees, 1)));
        reader.join();
    }

    private static int readSlowly() {
        return 26;
    }

    @Test
    void ventilatesWithoutGarbage(TestExecutor executor) {
        Channel<Integer> degrees = Channel.of(8);
        Integer warm = 26;
        executor.spawnBackground(Greenhouse.ventilate(degrees, on -> {}));
        AllocationAssert.noAllocation(() -> {
            degrees.trySend(warm);
            executor.advanceMillis(1_000);
        });
    }

    @Test
    void aFailedSpawnIsSeen(TestExecutor executor) {
        executor.spawn(Greenhouse.water(on -> {}, 10));
        assertFalse(executor.spawner().trySpawn(Greenhouse.water(on -> {}, 10)), "its pool has one slot");
        executor.runToEnd();
    }
}
