// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sleep signal cancels everything at once, of every model, whenever it comes. */
@SuppressWarnings("try") // the run is closed, and in some tests not read
class SleepTest {
    @ParameterizedTest
    @EnumSource
    void beforeTheStart(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.model().sleep();
            run.start().until(500);
            run.assertLines("0: asleep");
            run.assertAsleep();
        }
    }

    @ParameterizedTest
    @EnumSource
    void atTheStart(Models models) {
        try (ModelRun run = new ModelRun(models).start()) {
            run.model().sleep();
            run.until(500);
            run.assertLines("0: asleep");
            run.assertAsleep();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileWaitingForTheFirstPeriod(Models models) {
        try (ModelRun run = new ModelRun(models).sleepAt(60).start().until(500)) {
            run.assertLines("60: asleep");
            run.assertAsleep();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileSampling(Models models) {
        try (ModelRun run = new ModelRun(models).sleepAt(102).start().until(500)) {
            run.assertLines(
                    "100: sensor 1 started",
                    "100: sensor 2 started",
                    "102: sensor 1 aborted",
                    "102: sensor 2 aborted",
                    "102: asleep");
            run.assertAsleep();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileOneSensorIsMissing(Models models) {
        try (ModelRun run = new ModelRun(models).sleepAt(104).start().until(500)) {
            run.assertLines(
                    "100: sensor 1 started",
                    "100: sensor 2 started",
                    "103: sensor 1 gives 11",
                    "104: sensor 2 aborted",
                    "104: asleep");
            run.assertAsleep();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileAPacketWaits(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.host().looksEveryMillis(400);
            run.sleepAt(300).start().until(2_000);
            // The first packet was on the link already; the second one was not, and is taken back.
            assertEquals(List.of("300: asleep", "400: host takes 23"), last(2, run.lines()));
            assertEquals(2, run.bench.first().conversions());
            run.assertAsleep();
        }
    }

    @ParameterizedTest
    @EnumSource
    void betweenCycles(Models models) {
        try (ModelRun run = new ModelRun(models).sleepAt(150).start().until(500)) {
            assertEquals(List.of("105: host takes 23", "150: asleep"), last(2, run.lines()));
            run.assertAsleep();
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterATimeOut(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.first().takes(1, 50);
            run.sleepAt(150).start().until(500);
            assertEquals(List.of("110: timed out", "150: asleep"), last(2, run.lines()));
            run.assertAsleep();
        }
    }

    @ParameterizedTest
    @EnumSource
    void lateValueAfterwardsWakesNobody(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.first().goesOn(1, 50);
            run.sleepAt(102).start().until(149);
            long steps = run.model().steps();
            run.until(500);
            assertEquals(
                    List.of("102: sensor 2 aborted", "102: asleep", "150: sensor 1 gives 11"), last(3, run.lines()));
            assertTrue(run.model().steps() - steps <= 1, "at most the interrupt itself is a step");
            run.assertAsleep();
        }
    }

    /** Every half millisecond, and at the moments at which something else happens, too. */
    @ParameterizedTest
    @EnumSource
    void atEveryMoment(Models models) {
        for (double millis = 0; millis <= 900; millis += 0.5) {
            try (ModelRun run = eventful(models)) {
                run.sleepAt(millis).start().until(millis);
                assertSleepsForGood(run, millis + " ms");
            }
            try (ModelRun run = eventful(models)) {
                run.bench.simulation().reverseTies();
                run.sleepAt(millis).start().until(millis);
                assertSleepsForGood(run, millis + " ms, the signal at last");
            }
        }
    }

    /** The signal interrupts the model itself: within each of its calls to hardware. */
    @ParameterizedTest
    @EnumSource
    void inTheMiddleOfWhatTheModelDoes(Models models) {
        int calls;
        try (ModelRun run = eventful(models).start().until(900)) {
            calls = run.bench.simulation().calls();
        }
        assertTrue(calls >= 14, calls + " calls");
        for (int call = 1; call <= calls; call++) {
            try (ModelRun run = eventful(models)) {
                run.bench.simulation().duringCall(call, run.model()::sleep);
                run.start();
                for (int millis = 0; run.bench.simulation().calls() < call; millis++) {
                    run.until(millis);
                }
                assertSleepsForGood(run, "call " + call);
            }
        }
    }

    /** A good cycle, a time-out with a late value, a failure, and a slow host. */
    private static ModelRun eventful(Models models) {
        ModelRun run = new ModelRun(models);
        run.bench.second().goesOn(2, 105);
        run.bench.second().takes(3, 8);
        run.bench.first().fails(4, 1);
        run.bench.simulation().atMillis(450, () -> run.bench.host().looksEveryMillis(250));
        return run;
    }

    private static void assertSleepsForGood(ModelRun run, String when) {
        run.assertAsleep();
        assertEquals(1, run.linesWith("asleep").size(), when);
        int conversions = run.bench.first().conversions() + run.bench.second().conversions();
        int packets = run.bench.host().packets();
        run.until(2_000);
        run.assertAsleep();
        assertEquals(
                conversions,
                run.bench.first().conversions() + run.bench.second().conversions(),
                when);
        assertTrue(run.bench.host().packets() <= packets + 1, () -> "what was not on the link is sent: " + when);
    }

    private static List<String> last(int lines, List<String> all) {
        return all.subList(all.size() - lines, all.size());
    }
}
