// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.SpiException;
import dev.pollen.sync.Notification;
import org.jspecify.annotations.Nullable;

/**
 * An SPI controller with two DMA channels: a byte is taken from the array when its first bit goes out, and put into the
 * array when its last bit has come in.
 */
final class SpiHardware implements IrqSource {
    private static final long BITS = 8;

    private final String name;
    private final SimTime time;
    private final Vector vector;
    private final SpiWires wires = new SpiWires();
    private long byteNanos;

    private byte @Nullable [] sent;
    private int sentAt;
    private int sentEnd;
    private byte @Nullable [] received;
    private int receivedAt;
    private int receivedEnd;
    private int left;
    private int shifted;
    private boolean running;
    private boolean done;
    private SpiException.@Nullable Kind wrong;

    /** The byte on the bus is a cancelled transfer's. */
    private boolean stale;

    private final Notification event = Notification.local();

    private final SimEvent byteEnds = new SimEvent() {
        @Override
        protected void happen() {
            ended();
        }
    };

    SpiHardware(String name, SimTime time, Vector vector) {
        this.name = name;
        this.time = time;
        this.vector = vector;
        vector.add(this);
        event.named(name);
    }

    SpiWires wires() {
        return wires;
    }

    void configure(SpiConfig config) {
        byteNanos = BITS * 1_000_000_000L / config.hertz();
    }

    Notification event() {
        return event;
    }

    void start() {
        time.look();
        if (running) {
            throw new IllegalStateException(name
                    + " is in use: one transfer at a time, by one task; SharedSpiDevice lets several tasks take turns");
        }
        running = true;
        done = false;
        wrong = null;
        left = 0;
    }

    void sends(byte[] data, int offset, int length) {
        sent = data;
        sentAt = offset;
        sentEnd = offset + length;
        left = Math.max(left, length);
    }

    void receives(byte[] buffer, int offset, int length) {
        received = buffer;
        receivedAt = offset;
        receivedEnd = offset + length;
        left = Math.max(left, length);
    }

    /** The arrays are known. */
    void go() {
        if (left == 0) {
            done = true;
            event.notifyOne();
        } else if (!byteEnds.isScheduled()) {
            begin();
        }
    }

    private void begin() {
        shifted = sent != null && sentAt < sentEnd ? sent[sentAt++] & 0xFF : 0;
        time.after(byteEnds, byteNanos);
    }

    private void ended() {
        int answer = wires.exchange(shifted);
        if (stale) {
            stale = false;
            if (left > 0) {
                begin();
            }
            return;
        }
        if (received != null && receivedAt < receivedEnd) {
            received[receivedAt++] = (byte) answer;
        }
        wrong = wires.takeInjected();
        if (--left == 0 || wrong != null) {
            done = true;
            vector.raise();
        } else {
            begin();
        }
    }

    boolean isDone() {
        return done;
    }

    SpiException.@Nullable Kind wrong() {
        return wrong;
    }

    void stop() {
        time.look();
        stale = byteEnds.isScheduled();
        running = false;
        left = 0;
        sent = null;
        received = null;
    }

    @Override
    public void interrupted() {
        if (done) {
            event.notifyOne();
        }
    }
}
