// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.samples.models.hardware.Bench;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One model on its bench, and what was logged. */
final class ModelRun implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Model model;
    final Bench bench = new Bench(out);

    ModelRun(Models models) {
        model = models.make(bench);
        bench.log().event("made");
    }

    Model model() {
        return model;
    }

    ModelRun start() {
        model.start();
        return this;
    }

    ModelRun until(double millis) {
        bench.simulation().runUntil(model, nanos(millis));
        return this;
    }

    ModelRun sleepAt(double millis) {
        bench.simulation().at(nanos(millis), model::sleep);
        return this;
    }

    /** All lines but the first, without brackets: {@code 103: sensor 1 gives 11}. */
    List<String> lines() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("\\[ *(\\d+) ms\\] ", "$1: "))
                .toList();
    }

    List<String> linesWith(String part) {
        return lines().stream().filter(line -> line.contains(part)).toList();
    }

    void assertLines(String... expected) {
        assertEquals(List.of(expected), lines());
    }

    /** Everything that could be cancelled is, and nothing more will happen of the model's own. */
    void assertAsleep() {
        assertTrue(model.isAsleep(), () -> "not asleep after\n" + out);
        assertTrue(bench.isQuiet(), () -> "hardware is busy after\n" + out);
        assertEquals(Long.MAX_VALUE, model.nextDeadline(), () -> "a deadline is left after\n" + out);
    }

    @Override
    public void close() {
        model.close();
    }

    private static long nanos(double millis) {
        return Math.round(millis * 1_000_000);
    }

    @Override
    public String toString() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
