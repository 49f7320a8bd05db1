// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.testkit.AllocationAssert;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where everything that is waited for is a field or a slot, a cycle allocates nothing, however it ends. */
class AllocationTest {
    @ParameterizedTest
    @EnumSource(names = {"CALLBACKS", "POLL", "ASYNC"})
    void goodCycle(Models models) {
        assertNoAllocation(models, Bench.PERIOD_MILLIS, bench -> {});
    }

    @ParameterizedTest
    @EnumSource(names = {"CALLBACKS", "POLL", "ASYNC"})
    void cycleThatTimesOut(Models models) {
        assertNoAllocation(models, Bench.PERIOD_MILLIS, bench -> bench.second().usuallyTakes(50));
    }

    @ParameterizedTest
    @EnumSource(names = {"CALLBACKS", "POLL", "ASYNC"})
    void cycleWhosePacketWaits(Models models) {
        assertNoAllocation(models, 250, bench -> bench.host().looksEveryMillis(250));
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKQUEUE", "EVENTS"})
    void itemsAndEventsAreSeen(Models models) {
        try (Cycles cycles = new Cycles(models, Bench.PERIOD_MILLIS, bench -> {})) {
            assertTrue(AllocationAssert.bytes(cycles) > 0);
        }
    }

    private static void assertNoAllocation(Models models, long millis, Consumer<Bench> plan) {
        try (Cycles cycles = new Cycles(models, millis, plan)) {
            AllocationAssert.noAllocation(cycles);
        }
    }

    /** Each run is a cycle. */
    private static final class Cycles implements Runnable, AutoCloseable {
        private final Bench bench = new Bench(OutputStream.nullOutputStream());
        private final Model model;
        private final long millis;
        private long time;

        Cycles(Models models, long millis, Consumer<Bench> plan) {
            this.millis = millis;
            plan.accept(bench);
            model = models.make(bench);
            model.start();
        }

        @Override
        public void run() {
            time += millis;
            bench.simulation().runUntilMillis(model, time);
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
