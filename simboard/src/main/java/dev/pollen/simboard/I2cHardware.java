// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.I2cException;
import dev.pollen.hal.I2cOperation;
import dev.pollen.sync.Notification;
import org.jspecify.annotations.Nullable;

/**
 * An I2C controller with DMA. What is on the bus, in bits:
 *
 * <pre>
 *   start address ack    data ack    data ack    start address ack    data ack    stop
 *     1      8     1       8   1       8   1       1      8     1       8   1      1
 *
 *            | ADDRESS     | DATA                         | ADDRESS                | STOP: done
 * </pre>
 *
 * A byte to write is taken from its array when its first bit goes out, one that was read is put into its array after its
 * last bit. A cancelled transfer finishes the byte on the bus, and then its stop condition; the next one begins behind that.
 */
final class I2cHardware implements IrqSource {
    private static final int ADDRESS_BITS = 10;
    private static final int DATA_BITS = 9;
    private static final int STOP_BITS = 1;
    private static final byte FREE = 0;
    private static final byte ADDRESS = 1;
    private static final byte DATA = 2;
    private static final byte STOP = 3;

    private final String name;
    private final SimTime time;
    private final Vector events;
    private final Vector errors;
    private final I2cWires wires = new I2cWires();
    private long bitNanos;

    private byte phase;

    /** The transfer whose bytes are on the bus was not cancelled. */
    private boolean live;

    private boolean running;
    private boolean done;
    private int address;
    private I2cOperation @Nullable [] operations;
    private int operation;
    private int index;
    private int shifted;
    private @Nullable I2cTarget device;
    private I2cException.@Nullable Kind wrong;
    private int position;
    private final Notification event = Notification.local();

    private final SimEvent bits = new SimEvent() {
        @Override
        protected void happen() {
            ended();
        }
    };

    I2cHardware(String name, SimTime time, Vector events, Vector errors) {
        this.name = name;
        this.time = time;
        this.events = events;
        this.errors = errors;
        events.add(this);
        event.named(name);
        if (errors != events) {
            errors.add(this);
        }
    }

    I2cWires wires() {
        return wires;
    }

    void configure(int hertz) {
        bitNanos = 1_000_000_000L / hertz;
    }

    Notification event() {
        return event;
    }

    void claim() {
        time.look();
        if (running) {
            throw new IllegalStateException(
                    name + " is in use: one transfer at a time, by one task; SharedI2c lets several tasks take turns");
        }
        running = true;
        done = false;
        wrong = null;
    }

    /** Begins, as soon as the bus is free. */
    void start(int to, I2cOperation[] todo) {
        address = to;
        operations = todo;
        operation = 0;
        if (phase == FREE) {
            begin();
        }
    }

    private void begin() {
        live = true;
        address();
    }

    private void address() {
        phase = ADDRESS;
        time.after(bits, ADDRESS_BITS * bitNanos);
    }

    private void ended() {
        switch (phase) {
            case ADDRESS -> addressed();
            case DATA -> transferred();
            default -> stopped();
        }
    }

    private void addressed() {
        if (!live) {
            stopCondition();
            return;
        }
        I2cException.Kind injected = wires.takeInjected();
        device = wires.at(address);
        if (injected != null) {
            fail(injected, I2cException.ADDRESS);
        } else if (device == null || operations.length > 0 && !device.start(operations[operation].isRead())) {
            fail(I2cException.Kind.NACK, I2cException.ADDRESS);
        } else {
            index = 0;
            next();
        }
    }

    /** The next byte, the next operation, or the end. */
    private void next() {
        while (operation < operations.length && index == operations[operation].length()) {
            boolean reading = operations[operation].isRead();
            operation++;
            index = 0;
            if (operation < operations.length && operations[operation].isRead() != reading) {
                address();
                return;
            }
        }
        if (operation == operations.length) {
            stopCondition();
            return;
        }
        I2cOperation current = operations[operation];
        shifted = current.isRead() ? 0 : current.bytes()[current.offset() + index] & 0xFF;
        phase = DATA;
        time.after(bits, DATA_BITS * bitNanos);
    }

    private void transferred() {
        if (!live) {
            stopCondition();
            return;
        }
        I2cOperation current = operations[operation];
        I2cException.Kind injected = wires.takeInjected();
        if (injected != null) {
            fail(injected, index);
        } else if (current.isRead()) {
            current.bytes()[current.offset() + index++] = (byte) device.read();
            next();
        } else if (device.write(shifted)) {
            index++;
            next();
        } else {
            fail(I2cException.Kind.NACK, index);
        }
    }

    private void fail(I2cException.Kind kind, int at) {
        wrong = kind;
        position = at;
        stopCondition();
    }

    private void stopCondition() {
        phase = STOP;
        time.after(bits, STOP_BITS * bitNanos);
    }

    private void stopped() {
        phase = FREE;
        if (device != null) {
            device.stop();
            device = null;
        }
        if (live) {
            live = false;
            done = true;
            (wrong == null ? events : errors).raise();
        } else if (running) {
            begin();
        }
    }

    boolean isDone() {
        return done;
    }

    I2cException.@Nullable Kind wrong() {
        return wrong;
    }

    int position() {
        return position;
    }

    void stop() {
        time.look();
        running = false;
        live = false;
        operations = null;
    }

    @Override
    public void interrupted() {
        if (done) {
            event.notifyOne();
        }
    }
}
