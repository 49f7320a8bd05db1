// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.time.VirtualClock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class EventLogTest {
    private final VirtualClock clock = new VirtualClock();
    private final EventLog log = new EventLog(clock);

    @Test
    void linesHaveTheirTime() {
        log.event("start");
        clock.advanceMillis(1_500);
        log.event("late");
        clock.advance(250_001);
        log.event("between");
        assertEquals(List.of("0 ms: start", "1500 ms: late", "1500.250001 ms: between"), log.lines());
        assertEquals(List.of("start", "late", "between"), log.texts());
        assertEquals("0 ms: start\n1500 ms: late\n1500.250001 ms: between", log.toString());
    }

    @Test
    void aStoryIsToldPieceByPiece() {
        log.assertLines();
        log.event("a");
        log.assertLines("0 ms: a");
        log.assertLines();
        log.event("b");
        log.clear();
        log.assertLines();
    }

    @Test
    void theFirstDifferenceIsNamed() {
        log.event("a");
        log.event("b");
        AssertionFailedError other =
                assertThrows(AssertionFailedError.class, () -> log.assertLines("0 ms: a", "0 ms: c"));
        assertEquals("""
                line 2 of the event log should be "0 ms: c" and is "0 ms: b". Expected:
                    0 ms: a
                    0 ms: c
                but was:
                    0 ms: a
                    0 ms: b""", other.getMessage());
        assertEquals("0 ms: a\n0 ms: c", other.getExpected().getValue());
        assertEquals("0 ms: a\n0 ms: b", other.getActual().getValue());
        log.assertLines("0 ms: a", "0 ms: b");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertEquals(
                """
                line 1 of the event log should be "0 ms: a" and is missing. Expected:
                    0 ms: a
                but was:
                    (nothing)""",
                assertThrows(AssertionError.class, () -> log.assertLines("0 ms: a"))
                        .getMessage());
    }
}
