// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.executor.Executor;
import dev.pollen.testing.Events;
import dev.pollen.testing.TestTask;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ticks, and what becomes of those that were missed. */
final class TickerTest {
    private static final Context CX = Context.of(() -> {});

    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private final Executor executor = Executor.on(clock);

    @AfterEach
    void close() {
        executor.close();
    }

    /** Awaits ticks of 100 ns; after the n-th one works for the n-th time given. Says when each tick was seen. */
    private void ticking(MissedTicks policy, long... works) {
        Ticker[] ticker = new Ticker[1];
        executor.run(spawner -> spawner.spawn(TestTask.of("ticking", n -> {
            if (n == 0) {
                ticker[0] = Ticker.everyNanos(100).missed(policy);
            } else {
                events.say("" + clock.now());
                clock.advance(works[n - 1]);
            }
            return n < works.length ? ticker[0].next() : null;
        })));
    }

    @Test
    void ticksComeAtMultiplesOfThePeriodWithoutDrift() {
        for (MissedTicks policy : MissedTicks.values()) {
            long begin = clock.now();
            ticking(policy, 30, 99, 1, 0);
            events.expect("" + (begin + 100), "" + (begin + 200), "" + (begin + 300), "" + (begin + 400));
        }
    }

    @Test
    void aLateTickDoesNotMoveTheNext() {
        ticking(MissedTicks.BURST, 150, 0, 0);
        events.expect("100", "250", "300");
    }

    // Tokio: time_interval: burst
    @Test
    void burstCatchesUp() {
        ticking(MissedTicks.BURST, 350, 0, 0, 0, 0);
        events.expect("100", "450", "450", "450", "500");
    }

    // Tokio: time_interval: delay
    @Test
    void delayBeginsAWholePeriodAfterTheLateTick() {
        ticking(MissedTicks.DELAY, 350, 0, 0);
        events.expect("100", "450", "550");
    }

    // Tokio: time_interval: skip
    @Test
    void skipLeavesMissedTicksOut() {
        ticking(MissedTicks.SKIP, 350, 0, 0);
        events.expect("100", "450", "500");
    }

    @Test
    void aTickThatIsExactlyOneLateIsMissedToo() {
        ticking(MissedTicks.SKIP, 200, 0, 0);
        events.expect("100", "300", "400");
    }

    @Test
    void cancellingLosesNoTick() {
        Ticker[] ticker = new Ticker[1];
        executor.spawner().spawn(TestTask.of("ticking", n -> {
            if (n == 0) {
                ticker[0] = Ticker.everyNanos(100);
                Future<Void> cancelled = ticker[0].next();
                cancelled.poll(CX);
                cancelled.cancel();
            } else {
                events.say("" + clock.now());
            }
            return n < 2 ? ticker[0].next() : null;
        }));
        executor.run(spawner -> {});
        events.expect("100", "200");
    }

    // Tokio: time_interval: reset
    @Test
    void resetStartsThePeriodAgain() {
        Ticker[] ticker = new Ticker[1];
        executor.run(spawner -> {
            spawner.spawn(TestTask.of("ticking", n -> {
                if (n == 0) {
                    ticker[0] = Ticker.everyNanos(100);
                } else {
                    events.say("" + clock.now());
                }
                return n < 2 ? ticker[0].next() : null;
            }));
            spawner.spawn(TestTask.of("resetting", n -> {
                if (n == 0) {
                    return Timer.afterNanos(70);
                }
                ticker[0].reset();
                return null;
            }));
        });
        events.expect("170", "270");
    }

    @Test
    void madeElsewhereItCountsFromTheFirstPoll() {
        Ticker ticker = Ticker.everyMicros(1);
        clock.advance(300);
        executor.run(spawner -> spawner.spawn(TestTask.of("ticking", n -> {
            if (n > 0) {
                events.say("" + clock.now());
            }
            return n < 2 ? ticker.next() : null;
        })));
        events.expect("1300", "2300");
    }

    @Test
    void resetElsewhereCountsFromTheNextPoll() {
        Ticker ticker = Ticker.everyNanos(100);
        executor.run(spawner -> spawner.spawn(TestTask.of("first", n -> n == 0 ? ticker.next() : null)));
        ticker.reset();
        clock.advance(50);
        executor.run(spawner -> spawner.spawn(TestTask.of("second", n -> {
            events.say("" + clock.now());
            return n == 0 ? ticker.next() : null;
        })));
        events.expect("150", "250");
    }

    @Test
    void aTickSlotIsUsedAgain() {
        Ticker.Next slot = new Ticker.Next();
        Ticker[] ticker = new Ticker[1];
        executor.run(spawner -> spawner.spawn(TestTask.of("ticking", n -> {
            if (n == 0) {
                ticker[0] = Ticker.everyMillis(1);
            }
            return n < 3 ? ticker[0].next$in(slot) : null;
        })));
        assertEquals(3_000_000, clock.now());
        events.poll("slot", slot, CX);
        slot.cancel();
        events.poll("new slot", new Ticker.Next(), CX);
        events.expect(
                "slot threw IllegalStateException: the next tick of a ticker was polled after completion; it ends once, call the method again",
                "new slot threw IllegalStateException: the next tick of a ticker was polled before it was started");
    }

    // Embassy: timer: Ticker::every, Duration::MAX; Tokio: time_interval: zero_duration
    @Test
    void periodsMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> Ticker.everyMillis(0));
        assertThrows(IllegalArgumentException.class, () -> Ticker.everyNanos(-1));
        assertThrows(IllegalArgumentException.class, () -> Ticker.every(Duration.ZERO));
    }
}
