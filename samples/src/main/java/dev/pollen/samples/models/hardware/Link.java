// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

/**
 * A link with a place for one packet, from which the host takes it. A packet that is sent while the place is taken waits,
 * and so does its sender: the interrupt that says it is sent comes when it has the place.
 */
public final class Link {
    private final Simulation simulation;
    private Interrupt handler = (tag, value) -> {};
    private Packet waiting;
    private Packet sent;
    private int tag;
    private final Event done = new Event() {
        @Override
        void happen() {
            simulation.raise(handler, tag, 0);
        }
    };

    Link(Simulation simulation) {
        this.simulation = simulation;
    }

    /**
     * Binds the interrupt.
     *
     * @param bound what is called with the tag of each packet that was sent
     */
    public void onInterrupt(Interrupt bound) {
        handler = bound;
    }

    /**
     * Sends a packet; its interrupt comes after this call has returned.
     *
     * @param packet the packet
     * @param newTag what its interrupt will carry
     * @throws IllegalStateException if one is being sent
     */
    public void send(Packet packet, int newTag) {
        simulation.called();
        if (waiting != null || done.planned) {
            throw new IllegalStateException("the link was given a packet while it was sending another");
        }
        waiting = packet;
        tag = newTag;
        admit();
    }

    /** Takes back the packet that waits, if one does; the interrupt of one that was sent may be on its way. */
    public void withdraw() {
        simulation.called();
        waiting = null;
        simulation.stop(done);
    }

    /**
     * Called by the host.
     *
     * @return the packet that was sent; null if there is none
     */
    public Packet take() {
        Packet taken = sent;
        sent = null;
        admit();
        return taken;
    }

    /**
     * Whether a packet waits that could be taken back.
     *
     * @return false if the link is idle, or has sent
     */
    public boolean isBusy() {
        return waiting != null;
    }

    private void admit() {
        if (waiting != null && sent == null) {
            sent = waiting;
            waiting = null;
            simulation.plan(done, simulation.now());
        }
    }
}
