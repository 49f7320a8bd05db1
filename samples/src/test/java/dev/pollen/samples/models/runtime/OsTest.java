// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads run one at a time, in an order that is the same each time. The list is shared by them without a lock. */
class OsTest {
    private final VirtualClock clock = new VirtualClock();
    private final Os os = new Os(clock);
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void close() {
        os.close();
    }

    @Test
    void threadRunsUntilItBlocks() {
        OsSemaphore semaphore = new OsSemaphore(os);
        os.start("a", () -> {
            events.add("a begins");
            semaphore.give();
            events.add("a gives and goes on");
        });
        os.start("b", () -> {
            events.add("b begins");
            semaphore.take();
            events.add("b ends");
        });
        events.add("nothing runs yet");
        os.runReady();
        assertEquals(List.of("nothing runs yet", "a begins", "a gives and goes on", "b begins", "b ends"), events);
        assertEquals(2, os.handOvers());
    }

    @Test
    void semaphoreBlocksUntilGiven() {
        OsSemaphore semaphore = new OsSemaphore(os);
        os.start("taker", () -> {
            semaphore.take();
            events.add("taken");
        });
        os.runReady();
        assertEquals(List.of(), events);
        semaphore.give();
        assertEquals(List.of(), events);
        os.runReady();
        assertEquals(List.of("taken"), events);
    }

    @Test
    void sleepersWakeAtTheirTimes() {
        for (int n : new int[] {3, 1, 2}) {
            os.start("sleeper", () -> {
                os.sleepUntil(n);
                events.add(n + " at " + clock.now());
            });
        }
        os.runReady();
        while (os.nextDeadline() < Long.MAX_VALUE) {
            clock.advance(os.nextDeadline() - clock.now());
            os.runReady();
        }
        assertEquals(List.of("1 at 1", "2 at 2", "3 at 3"), events);
    }

    @Test
    void deadlineEndsATake() {
        OsSemaphore semaphore = new OsSemaphore(os);
        os.start("taker", () -> {
            events.add("taken: " + semaphore.take(5));
            events.add("taken: " + semaphore.take(9));
        });
        os.runReady();
        clock.advance(5);
        os.runReady();
        semaphore.give();
        clock.advance(4);
        os.runReady();
        assertEquals(List.of("taken: false", "taken: true"), events);
    }

    @Test
    void interruptEndsWhatBlocksNowOrNext() {
        OsThread thread = os.start("blocked", () -> {
            try {
                os.sleepUntil(100);
            } catch (InterruptedException e) {
                events.add("interrupted");
            }
            os.sleepUntil(100);
            events.add("slept");
        });
        thread.interrupt();
        os.runReady();
        assertEquals(List.of("interrupted"), events);
        assertTrue(thread.isAlive());
        thread.interrupt();
        os.runReady();
        assertEquals(List.of("interrupted"), events);
        assertFalse(thread.isAlive());
    }

    @Test
    void interruptedTakeLeavesThePermit() {
        OsSemaphore semaphore = new OsSemaphore(os);
        OsThread thread = os.start("taker", () -> {
            try {
                semaphore.take();
            } catch (InterruptedException e) {
                events.add("interrupted, taken: " + semaphore.take(0));
            }
        });
        os.runReady();
        semaphore.give();
        thread.interrupt();
        os.runReady();
        assertEquals(List.of("interrupted, taken: true"), events);
    }

    @Test
    void failureOfAThreadIsOneOfTheSimulation() {
        Error failure = new AssertionError("in the thread");
        os.start("failing", () -> {
            throw failure;
        });
        IllegalStateException thrown = assertThrows(IllegalStateException.class, os::runReady);
        assertSame(failure, thrown.getCause());
        assertTrue(thrown.getMessage().contains("failing"), thrown.getMessage());
    }

    @Test
    void closeEndsThreadsThatNeverRan() {
        OsThread thread = os.start("new", () -> os.sleepUntil(1));
        os.close();
        assertFalse(thread.isAlive());
    }
}
