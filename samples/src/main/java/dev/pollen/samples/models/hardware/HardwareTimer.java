// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

/** A timer that raises one interrupt at a time of the clock. */
public final class HardwareTimer extends Event {
    private final Simulation simulation;
    private final Interrupt handler;
    private int tag;

    HardwareTimer(Simulation simulation, Interrupt handler) {
        this.simulation = simulation;
        this.handler = handler;
    }

    /**
     * Sets the timer, which may be set already.
     *
     * @param at when it is to ring, in nanoseconds of the clock; a time that has passed is due at once
     * @param newTag what its interrupt will carry
     */
    public void set(long at, int newTag) {
        simulation.called();
        tag = newTag;
        simulation.plan(this, Math.max(at, simulation.now()));
    }

    /** Stops the timer: no interrupt comes any more, unless one is on its way. */
    public void cancel() {
        simulation.called();
        simulation.stop(this);
    }

    /**
     * Whether an interrupt is to come.
     *
     * @return true from {@link #set} to the interrupt
     */
    public boolean isSet() {
        return planned;
    }

    @Override
    void happen() {
        simulation.raise(handler, tag, 0);
    }
}
