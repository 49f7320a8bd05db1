// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.hardware.Packet;
import dev.pollen.samples.models.hardware.Processor;
import dev.pollen.samples.models.hardware.Sensor;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import dev.pollen.testkit.TestExecutor;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** What a future written by hand must do that a compiled one does by itself. */
class PolledSamplerTest {
    private final Bench bench = new Bench(OutputStream.nullOutputStream());
    private final Channel<Packet> link = Channel.of(1);
    private final Notification sleep = Notification.of();
    private final PolledSampler sampler = new PolledSampler(bench, link, sleep);

    @Test
    void sleepTakesTheWaitingPacketOutOfTheLine() {
        try (TestExecutor executor = new TestExecutor()) {
            link.trySend(bench.packet(0, 0));
            executor.spawn(Task.of(sampler));
            untilBothAreSampled(executor);
            sleep.notifyOne();
            executor.runToEnd();
            assertEquals(0, link.tryReceive().sum());
            assertTrue(link.trySend(bench.packet(1, 1)), "the place is promised to nobody");
            assertEquals(2, link.tryReceive().sum());
        }
    }

    @Test
    void cancelEndsWhateverItWaitsFor() {
        try (TestExecutor executor = new TestExecutor()) {
            link.trySend(bench.packet(0, 0));
            var handle = executor.submit(Task.of(sampler));
            untilBothAreSampled(executor);
            handle.abort();
            executor.runToEnd();
            link.tryReceive();
            assertNull(link.tryReceive());
            sleep.notifyOne();
            assertThrows(IllegalStateException.class, () -> sampler.poll(Context.cancelled()));
        }
    }

    @Test
    void cancelStopsTheSensors() {
        try (TestExecutor executor = new TestExecutor()) {
            var handle = executor.submit(Task.of(sampler));
            executor.advanceMillis(Bench.PERIOD_MILLIS);
            assertFalse(bench.isQuiet());
            handle.abort();
            executor.runToEnd();
            assertTrue(bench.isQuiet());
        }
    }

    @Test
    void readIsPolledToItsEndOnce() {
        SensorRead read = new SensorRead(bench.first());
        assertThrows(IllegalStateException.class, () -> read.poll(Context.cancelled()));
        read.place();
        assertEquals(Poll.PENDING, read.poll(Context.cancelled()));
        assertThrows(IllegalStateException.class, read::getAsInt);
        bench.simulation().runUntilMillis(new Processor() {}, 3);
        assertEquals(Poll.READY, read.poll(Context.cancelled()));
        assertEquals(11, read.getAsInt());
        assertThrows(IllegalStateException.class, () -> read.poll(Context.cancelled()));
        read.cancel();
        assertEquals(11, read.getAsInt(), "cancel does nothing after completion");
    }

    @Test
    void readThatFailedSaysSo() {
        bench.first().fails(1, 0);
        SensorRead read = new SensorRead(bench.first());
        read.place();
        read.poll(Context.cancelled());
        bench.simulation().runUntilMillis(new Processor() {}, 0);
        assertEquals(Poll.READY, read.poll(Context.cancelled()));
        assertEquals(Sensor.FAULT, read.getAsInt());
    }

    /** The executor's clock is not the bench's here: each is moved by hand. */
    private void untilBothAreSampled(TestExecutor executor) {
        executor.advanceMillis(Bench.PERIOD_MILLIS);
        bench.simulation().runUntilMillis(new Processor() {}, 5);
        executor.runUntilStalled();
    }
}
