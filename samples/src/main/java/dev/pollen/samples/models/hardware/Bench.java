// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** All hardware of one run, and the log of what it does. The host looks for packets every millisecond unless told otherwise. */
public final class Bench {
    /** Between the beginnings of two cycles, in milliseconds. */
    public static final long PERIOD_MILLIS = 100;

    /** How long sampling may take, in milliseconds. */
    public static final long LIMIT_MILLIS = 10;

    /** Between the beginnings of two cycles, in nanoseconds. */
    public static final long PERIOD = PERIOD_MILLIS * 1_000_000;

    /** How long sampling may take, in nanoseconds. */
    public static final long LIMIT = LIMIT_MILLIS * 1_000_000;

    /** The packet being filled, the one that was sent, the one that the host has. */
    private static final int PACKETS = 3;

    private final Simulation simulation = new Simulation();
    private final EventLog log;
    private final Sensor first;
    private final Sensor second;
    private final Link link = new Link(simulation);
    private final Host host;
    private final List<HardwareTimer> timers = new ArrayList<>();
    private final Packet[] packets = new Packet[PACKETS];
    private int nextPacket;

    /**
     * Makes the hardware.
     *
     * @param out where the log goes
     */
    public Bench(OutputStream out) {
        log = new EventLog(out, simulation.clock());
        first = new Sensor(simulation, log, 1, 3);
        second = new Sensor(simulation, log, 2, 5);
        host = new Host(simulation, log, link::take);
        host.looksEveryMillis(1);
        for (int i = 0; i < PACKETS; i++) {
            packets[i] = new Packet();
        }
    }

    /**
     * Time.
     *
     * @return the simulation that the hardware is part of
     */
    public Simulation simulation() {
        return simulation;
    }

    /**
     * The log.
     *
     * @return where hardware and models say what happens
     */
    public EventLog log() {
        return log;
    }

    /**
     * The first sensor.
     *
     * @return a sensor that takes 3 ms
     */
    public Sensor first() {
        return first;
    }

    /**
     * The second sensor.
     *
     * @return a sensor that takes 5 ms
     */
    public Sensor second() {
        return second;
    }

    /**
     * The link.
     *
     * @return the link that the host takes packets from
     */
    public Link link() {
        return link;
    }

    /**
     * The host.
     *
     * @return who takes the packets
     */
    public Host host() {
        return host;
    }

    /**
     * A timer.
     *
     * @param handler its interrupt
     * @return a timer that is not set
     */
    public HardwareTimer timer(Interrupt handler) {
        HardwareTimer timer = new HardwareTimer(simulation, handler);
        timers.add(timer);
        return timer;
    }

    /**
     * A packet. There are as many as can be on their way at once, and they are used again.
     *
     * @param firstValue the value of the first sensor
     * @param secondValue the value of the second sensor
     * @return the packet
     */
    public Packet packet(int firstValue, int secondValue) {
        nextPacket = (nextPacket + 1) % PACKETS;
        return packets[nextPacket].fill(firstValue, secondValue);
    }

    /**
     * Whether nothing is under way that could be stopped.
     *
     * @return whether sensors and link are idle and no timer is set
     */
    public boolean isQuiet() {
        return !first.isBusy()
                && !second.isBusy()
                && !link.isBusy()
                && timers.stream().noneMatch(HardwareTimer::isSet);
    }
}
