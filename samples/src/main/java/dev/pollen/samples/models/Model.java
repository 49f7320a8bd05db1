// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import dev.pollen.samples.models.hardware.Processor;

/**
 * One implementation of the scenario, as the test suite and the demonstration see it: every 100 ms sample both sensors in
 * parallel, for at most 10 ms; send a packet of both values, and wait while the link is full; on the sleep signal cancel
 * everything that is under way, and end.
 */
public interface Model extends Processor, AutoCloseable {
    /** Begins. The first cycle comes a period later. Called once, in {@code main} so to speak. */
    void start();

    /** The sleep signal. Called once, in interrupt context, at any time; before {@link #start} too. */
    void sleep();

    /**
     * Whether the sleep signal has had its effect.
     *
     * @return true when all is cancelled
     */
    boolean isAsleep();

    /**
     * How much the model has run, in its own unit: callbacks, items, hand-overs, events or polls.
     *
     * @return the number of steps so far
     */
    long steps();

    /** Gives back what the model runs on. */
    @Override
    default void close() {}
}
