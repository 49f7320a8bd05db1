// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.samples.models.hardware.Sensor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the scenario asks for, of every model. Conversion n of sensor k gives 10 n + k, so the packet of cycle n 20 n + 3. */
@SuppressWarnings("try") // the run is closed, and in some tests not read
class ScenarioTest {
    /** Where a value that comes at the very end of the time still counts: the others go by the order of interrupts. */
    private static final Set<Models> VALUE_WINS_TIE = EnumSet.of(Models.THREADS, Models.POLL, Models.ASYNC);

    @ParameterizedTest
    @EnumSource
    void samplesBothSensorsAtOnceAndSendsBothValues(Models models) {
        try (ModelRun run = new ModelRun(models).start().until(199)) {
            run.assertLines(
                    "100: sensor 1 started",
                    "100: sensor 2 started",
                    "103: sensor 1 gives 11",
                    "105: sensor 2 gives 12",
                    "105: host takes 23");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesValuesInWhateverOrderTheyCome(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.first().takes(1, 9);
            run.start().until(199);
            assertEquals(List.of("105: sensor 2 gives 12", "109: sensor 1 gives 11"), run.linesWith("gives"));
            assertEquals(List.of("109: host takes 23"), run.linesWith("takes"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void cyclesBeginAtMultiplesOfThePeriod(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            for (int cycle = 1; cycle <= 50; cycle++) {
                run.bench.first().takes(cycle, cycle % 10); // work of whatever length must not move the next cycle
            }
            run.start().until(5_099);
            assertEquals(starts(IntStream.rangeClosed(1, 50).map(n -> 100 * n)), run.linesWith("1 started"));
            assertEquals(50, run.bench.host().packets());
            assertEquals(20 * 50 + 3, run.bench.host().lastSum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void firstCycleComesOnePeriodAfterTheStart(Models models) {
        try (ModelRun run = new ModelRun(models).until(42)) {
            run.start().until(300);
            assertEquals(starts(IntStream.of(142, 242)), run.linesWith("1 started"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesUpAfterTheLimitAndGoesOn(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.second().takes(1, 50);
            run.start().until(299);
            run.assertLines(
                    "100: sensor 1 started",
                    "100: sensor 2 started",
                    "103: sensor 1 gives 11",
                    "110: sensor 2 aborted",
                    "110: timed out",
                    "200: sensor 1 started",
                    "200: sensor 2 started",
                    "203: sensor 1 gives 21",
                    "205: sensor 2 gives 22",
                    "205: host takes 43");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesUpBothSensors(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.first().takes(1, 50);
            run.bench.second().takes(1, 50);
            run.start().until(299);
            assertEquals(
                    List.of("110: sensor 1 aborted", "110: sensor 2 aborted", "110: timed out"),
                    run.lines().subList(2, 5));
            assertEquals(43, run.bench.host().lastSum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void timesOutAgainAndAgain(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            for (int cycle = 1; cycle <= 20; cycle++) {
                run.bench.first().takes(cycle, 60);
            }
            run.start().until(2_199);
            assertEquals(20, run.linesWith("timed out").size());
            assertEquals(1, run.bench.host().packets());
            assertEquals(20 * 21 + 3, run.bench.host().lastSum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void valueAtTheVeryEndOfTheTimeEndsTheCycleOnce(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.second().takes(1, 10);
            run.start().until(299);
            boolean valueWins = VALUE_WINS_TIE.contains(models);
            assertEquals(valueWins ? 0 : 1, run.linesWith("timed out").size(), run::toString);
            assertEquals(valueWins ? 2 : 1, run.bench.host().packets(), run::toString);
            assertEquals(43, run.bench.host().lastSum());
        }
    }

    /** The interrupt of the limit is on its way already when the value has ended the cycle. */
    @ParameterizedTest
    @EnumSource
    void limitThatCannotBeStoppedAnyMoreIsIgnored(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.simulation().reverseTies();
            run.bench.second().takes(1, 10);
            run.start().until(299);
            assertEquals(List.of(), run.linesWith("timed out"));
            assertEquals(List.of("110: host takes 23", "205: host takes 43"), run.linesWith("takes"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lateValueIsNotTakenForTheNewOne(Models models) {
        // It comes in the next cycle, before and after the other sensor's, and before, with and after its own
        // successor.
        for (int millis = 101; millis <= 110; millis++) {
            try (ModelRun run = new ModelRun(models)) {
                run.bench.second().goesOn(1, millis);
                run.bench.second().takes(2, 7);
                run.start().until(399);
                assertEquals(List.of("110: timed out"), run.linesWith("timed out"));
                assertEquals(
                        List.of("207: host takes 43", "305: host takes 63"), run.linesWith("takes"), millis + " ms");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lateValueIsIgnoredBetweenCycles(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.first().goesOn(1, 50);
            run.bench.second().goesOn(1, 60);
            run.start().until(299);
            assertEquals(List.of("205: host takes 43"), run.linesWith("takes"));
            assertEquals(2, run.bench.first().conversions());
        }
    }

    @ParameterizedTest
    @EnumSource
    void lateValuesAreIgnoredWhileSending(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.host().looksEveryMillis(400);
            run.bench.first().goesOn(1, 230);
            run.bench.second().goesOn(1, 240);
            run.start().until(1_300);
            // Cycle 2 is sent, cycle 3 waits while the values of cycle 1 come.
            assertEquals(
                    List.of("330: sensor 1 gives 11", "340: sensor 2 gives 12"),
                    run.linesWith("gives 1").subList(0, 2));
            assertEquals(
                    List.of("400: host takes 43", "800: host takes 63", "1200: host takes 83"), run.linesWith("takes"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sensorThatFailsAtOnceDoesNotMakeCyclesFaster(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            for (int cycle = 1; cycle <= 20; cycle++) {
                run.bench.first().fails(cycle, 0);
            }
            run.start().until(2_199);
            assertEquals(starts(IntStream.rangeClosed(1, 21).map(n -> 100 * n)), run.linesWith("1 started"));
            assertEquals(20, run.linesWith("sensor 2 aborted").size());
            assertEquals(20, run.linesWith("sensor failed").size());
            assertEquals(List.of("2105: host takes 423"), run.linesWith("takes"));
            assertTrue(run.model().steps() < 20 * 21, () -> run.model().steps() + " steps");
        }
    }

    @ParameterizedTest
    @EnumSource
    void failureOfOneSensorAbortsTheOtherAtOnce(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.first().fails(1, 1);
            run.bench.second().fails(2, 1);
            run.bench.second().fails(3, 4);
            run.start().until(399);
            assertEquals(
                    List.of("101: sensor failed", "201: sensor failed", "304: sensor failed"), run.linesWith("failed"));
            assertEquals(List.of("101: sensor 2 aborted", "201: sensor 1 aborted"), run.linesWith("aborted"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoFailuresAreOneFailedCycle(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.first().fails(1, 2);
            run.bench.second().fails(1, 2);
            run.start().until(299);
            assertEquals(List.of("102: sensor failed"), run.linesWith("failed"));
            assertEquals(List.of("205: host takes 43"), run.linesWith("takes"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void slowHostHoldsCyclesBackAndLosesNothing(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.host().looksEveryMillis(250);
            run.start().until(2_600);
            // One packet is on the link and one waits; a cycle begins when it has its place, late ones at once.
            assertEquals(
                    starts(IntStream.of(100, 200, 300, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000, 2_250, 2_500)),
                    run.linesWith("1 started"));
            assertEquals(
                    IntStream.rangeClosed(1, 10)
                            .mapToObj(n -> 250 * n + ": host takes " + (20 * n + 3))
                            .toList(),
                    run.linesWith("takes"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void cyclesAreOnTimeAgainAfterASlowHost(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.host().looksEveryMillis(330);
            run.start().until(700);
            run.bench.host().looksEveryMillis(1);
            run.until(1_050);
            // Those that were missed meanwhile are not made up for.
            assertEquals(starts(IntStream.of(100, 200, 330, 660, 701, 800, 900, 1_000)), run.linesWith("1 started"));
            int cycles = run.bench.first().conversions();
            assertEquals(cycles, run.bench.host().packets());
            assertEquals(20 * cycles + 3, run.bench.host().lastSum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitingTakesNoSteps(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.host().looksEveryMillis(400);
            run.start().until(106);
            long resting = run.model().steps();
            run.until(199);
            assertEquals(resting, run.model().steps(), "between cycles");
            run.until(206);
            long sending = run.model().steps();
            run.until(399);
            assertEquals(sending, run.model().steps(), "while a packet waits");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsNoValue(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.second().fails(1, 9);
            run.start().until(150);
            assertEquals(0, run.bench.host().packets(), "sum with " + Sensor.FAULT);
            assertFalse(run.linesWith("109: sensor failed").isEmpty());
        }
    }

    private static List<String> starts(IntStream millis) {
        return millis.mapToObj(at -> at + ": sensor 1 started").toList();
    }
}
