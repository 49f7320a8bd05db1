// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.testing.Threads;
import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wake that comes before the sleep is not lost, one that came before {@code prepare} does not count. */
@Timeout(120)
final class SleeperTest {
    private final VirtualClock clock = new VirtualClock();

    @Test
    void aWakeAfterPrepareEndsTheSleepThatFollows() {
        for (Sleeper sleeper : new Sleeper[] {new ParkingSleeper(), new VirtualSleeper(clock)}) {
            sleeper.prepare();
            sleeper.wake();
            sleeper.sleep(clock, Sleeper.NO_DEADLINE);
            sleeper.sleep(clock, 1_000_000_000);
            assertEquals(0, clock.now());
        }
    }

    @Test
    void aWakeBeforePrepareIsForgotten() {
        Sleeper sleeper = new VirtualSleeper(clock);
        sleeper.wake();
        sleeper.prepare();
        sleeper.sleep(clock, 100);
        assertEquals(100, clock.now());
    }

    @Test
    void aDeadlineThatHasPassedIsNoReasonToSleep() {
        Sleeper sleeper = new VirtualSleeper(clock);
        clock.advance(50);
        sleeper.prepare();
        sleeper.sleep(clock, 20);
        assertEquals(50, clock.now());
        Sleeper parking = new ParkingSleeper();
        parking.prepare();
        parking.sleep(clock, 20);
    }

    @Test
    void theRealSleepLastsUntilTheDeadlineUnlessItEndsEarly() {
        Clock real = Clock.monotonic();
        Sleeper sleeper = new ParkingSleeper();
        long deadline = real.now() + 2_000_000;
        int sleeps = 0;
        while (real.now() < deadline) {
            sleeper.prepare();
            sleeper.sleep(real, deadline);
            sleeps++;
        }
        assertTrue(sleeps >= 1);
    }

    @Test
    void noWakeIsLostBetweenThreads() throws Exception {
        int rounds = 20_000;
        Sleeper sleeper = new ParkingSleeper();
        AtomicInteger made = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        Threads.run(
                () -> {
                    for (int i = 1; i <= rounds; i++) {
                        made.set(i);
                        sleeper.wake();
                        while (seen.get() < i) {
                            Thread.onSpinWait();
                            if (Thread.interrupted()) {
                                throw new InterruptedException();
                            }
                        }
                    }
                },
                () -> {
                    while (seen.get() < rounds) {
                        sleeper.prepare();
                        if (made.get() == seen.get()) {
                            sleeper.sleep(clock, Sleeper.NO_DEADLINE);
                        }
                        seen.set(made.get());
                    }
                });
        assertEquals(rounds, seen.get());
    }
}
