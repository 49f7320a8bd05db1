// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

import java.util.function.Supplier;

/**
 * The other end of the link: looks for a packet in regular intervals, half a millisecond after whole ones, and takes one
 * each time.
 */
public final class Host {
    private static final long MILLI = 1_000_000;

    private final Simulation simulation;
    private final EventLog log;
    private Supplier<Packet> end;
    private long interval;
    private int packets;
    private int lastSum;
    private final Event look = new Event() {
        @Override
        void happen() {
            simulation.plan(this, simulation.now() + interval);
            take(end.get());
        }
    };

    Host(Simulation simulation, EventLog log, Supplier<Packet> end) {
        this.simulation = simulation;
        this.log = log;
        this.end = end;
    }

    /**
     * Connects the host to something other than the link.
     *
     * @param newEnd what gives the next packet, or null
     */
    public void connect(Supplier<Packet> newEnd) {
        end = newEnd;
    }

    /**
     * How fast the host is.
     *
     * @param millis the interval; it looks for the first time half a millisecond after it is over
     */
    public void looksEveryMillis(long millis) {
        interval = millis * MILLI;
        simulation.plan(look, simulation.now() + interval + MILLI / 2);
    }

    /**
     * What it has taken.
     *
     * @return the number of packets
     */
    public int packets() {
        return packets;
    }

    /**
     * What the last packet said.
     *
     * @return its sum; 0 before the first
     */
    public int lastSum() {
        return lastSum;
    }

    private void take(Packet packet) {
        if (packet != null) {
            packets++;
            lastSum = packet.sum();
            log.event("host takes ", lastSum);
        }
    }
}
