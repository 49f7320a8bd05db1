// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.runtime.Os;
import dev.pollen.samples.models.runtime.OsThread;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A read that is interrupted leaves nothing behind that the next one could take for its own. */
class BlockingSensorTest {
    private final Bench bench = new Bench(OutputStream.nullOutputStream());
    private final Os os = new Os(bench.simulation().clock());
    private final BlockingSensor sensor = new BlockingSensor(os, bench.first());
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void close() {
        os.close();
    }

    @Test
    void interruptThatComesWithTheValue() {
        OsThread thread = os.start("reader", this::readTwice);
        bench.simulation().atMillis(3, thread::interrupt); // the value comes at that time, too
        bench.simulation().runUntilMillis(os, 10);
        assertEquals(List.of("3: interrupted", "6: 21"), events);
    }

    @Test
    void valueThatComesWithTheInterrupt() {
        bench.simulation().reverseTies();
        OsThread thread = os.start("reader", this::readTwice);
        bench.simulation().atMillis(3, thread::interrupt);
        bench.simulation().runUntilMillis(os, 10);
        assertEquals(List.of("3: interrupted", "6: 21"), events);
    }

    @Test
    void interruptDuringTheConversion() {
        OsThread thread = os.start("reader", this::readTwice);
        bench.simulation().atMillis(2, thread::interrupt);
        bench.simulation().runUntilMillis(os, 10);
        assertEquals(List.of("2: interrupted", "5: 21"), events);
    }

    private void readTwice() throws InterruptedException {
        try {
            log(Integer.toString(sensor.read()));
        } catch (InterruptedException e) {
            log("interrupted");
        }
        log(Integer.toString(sensor.read()));
    }

    private void log(String text) {
        events.add(os.now() / 1_000_000 + ": " + text);
    }
}
