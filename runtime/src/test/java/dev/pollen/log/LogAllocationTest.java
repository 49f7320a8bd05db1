// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.testing.Allocation;
import dev.pollen.time.Clock;
import org.junit.jupiter.api.Test;

/**
 * Writing a line allocates nothing, whether it finds room, is below the level, or is lost, and neither does reading. Primitives
 * are written here in the steps that woven code takes; the calls themselves are measured where they are woven.
 */
final class LogAllocationTest {
    private final Logger log = Logger.of(1024, Clock.monotonic());
    private final byte[] buffer = new byte[Logger.BUFFER_BYTES];
    private int round;

    private void drain() {
        LogStream.fill(log.ring(), buffer);
    }

    private void inSteps(Object text) {
        round++;
        int size = LogWriter.size((byte) round)
                + LogWriter.size((short) round)
                + LogWriter.size(round)
                + LogWriter.size((long) round)
                + LogWriter.size((char) round)
                + LogWriter.size((float) round)
                + LogWriter.size((double) round)
                + LogWriter.size(round % 2 == 0)
                + LogWriter.size(LogWriter.value(text));
        long start = LogWriter.begin(log, 2, 4711, size);
        if (start < 0) {
            return;
        }
        long at = LogWriter.arguments(log, start);
        long stop = at + size;
        at = LogWriter.put(log, at, stop, (byte) round);
        at = LogWriter.put(log, at, stop, (short) round);
        at = LogWriter.put(log, at, stop, round);
        at = LogWriter.put(log, at, stop, (long) round);
        at = LogWriter.put(log, at, stop, (char) round);
        at = LogWriter.put(log, at, stop, (float) round);
        at = LogWriter.put(log, at, stop, (double) round);
        at = LogWriter.put(log, at, stop, round % 2 == 0);
        at = LogWriter.put(log, at, stop, LogWriter.value(text));
        assertEquals(stop, at);
        LogWriter.end(log, start);
    }

    @Test
    void everyKindInSteps() {
        StringBuilder builder = new StringBuilder("a text that changes");
        assertEquals(0, Allocation.bytes(() -> {
            inSteps("grüße");
            inSteps(builder);
            drain();
        }));
    }

    @Test
    void callsWithTextsAndBoxesThatAreThere() {
        Object boxed = 123_456;
        assertEquals(0, Allocation.bytes(() -> {
            log.trace("none");
            log.debug("{}", "one");
            log.info("{} {}", boxed, true);
            log.warn("{} {} {}", Level.INFO, null, "three");
            log.error("{} {} {} {}", "a", "b", "c", 'd');
            drain();
        }));
    }

    @Test
    void linesThatAreLost() {
        assertEquals(0, Allocation.bytes(() -> log.info("{}", "full")));
        assertTrue(log.lost() > 10_000);
    }

    @Test
    void linesBelowTheLevel() {
        log.level(Level.OFF);
        assertEquals(0, Allocation.bytes(() -> log.error("{} {}", "nobody", "listens")));
        assertEquals(0, log.written());
    }

    @Test
    void keepingFormatsOnceTheyAreKnown() {
        log.keepFormats();
        assertEquals(0, Allocation.bytes(() -> {
            log.info("{}", "kept");
            inSteps("no class tells");
            drain();
        }));
    }

    @Test
    void theMeasureBites() {
        assertTrue(Allocation.bytes(() -> {
                    log.info("{}", 1_000_000 + round++);
                    drain();
                })
                > 0);
    }
}
