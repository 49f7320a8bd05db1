// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

/** What runs the code of a model that does not run within interrupts. */
public interface Processor {
    /** Runs what is ready, until nothing is. The clock stands still. */
    default void runReady() {}

    /**
     * When there is something to run even if no interrupt comes before.
     *
     * @return a time in nanoseconds; {@code Long.MAX_VALUE} for never
     */
    default long nextDeadline() {
        return Long.MAX_VALUE;
    }
}
