// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.UartException;
import dev.pollen.sync.Notification;
import org.jspecify.annotations.Nullable;

/**
 * A UART with two DMA channels. Received bytes go to the array of the read that runs; without one they go to the FIFO,
 * and when that is full they are lost. Sent bytes are taken from the array one by one, when each begins.
 *
 * <pre>
 *   line --arrives--> array of the read            done: full, idle or broken --> interrupt --> rx event --> task
 *                \--> FIFO --full--> OVERRUN        said by the next read, behind the bytes that were kept
 *
 *   array of the write --begins--> line            done: the last byte has begun --> interrupt --> tx event --> task
 * </pre>
 */
final class UartHardware implements IrqSource {
    private final String name;
    private final SimTime time;
    private final Vector vector;
    private final SerialLine line;
    private UartConfig config = new UartConfig();

    private final byte[] fifo;
    private int fifoCount;
    private UartException.@Nullable Kind lost;
    private boolean idle = true;

    private byte @Nullable [] target;
    private int from;
    private int at;
    private int end;
    private boolean untilIdle;
    private boolean received;
    private UartException.@Nullable Kind wrong;
    private boolean rxFlag;
    private final Notification rxEvent = Notification.local();

    private byte @Nullable [] source;
    private int sent;
    private int sourceEnd;
    private boolean taken;
    private boolean transmitting;
    private byte shifted;
    private boolean txFlag;
    private final Notification txEvent = Notification.local();

    private final SimEvent shifts = new SimEvent() {
        @Override
        protected void happen() {
            shifted();
        }
    };

    UartHardware(String name, SimTime time, Vector vector, int fifoDepth) {
        this.name = name;
        this.time = time;
        this.vector = vector;
        fifo = new byte[fifoDepth];
        line = new SerialLine(time, this);
        vector.add(this);
        rxEvent.named(name + " receiver");
        txEvent.named(name + " transmitter");
    }

    SerialLine line() {
        return line;
    }

    UartConfig config() {
        return config;
    }

    void configure(UartConfig to) {
        config = to;
    }

    long byteNanos() {
        return config.byteNanos();
    }

    Notification rxEvent() {
        return rxEvent;
    }

    Notification txEvent() {
        return txEvent;
    }

    // The line.

    void lineBusy() {
        idle = false;
    }

    void arrives(byte value, UartException.@Nullable Kind broken) {
        byte[] into = target;
        if (into == null || received) {
            keep(value, broken);
            return;
        }
        if (broken == null) {
            into[at++] = value;
        }
        wrong = broken;
        if (broken != null || at == end) {
            receivedAll();
        }
    }

    /** No read runs: what cannot be kept is said by the next one. */
    private void keep(byte value, UartException.@Nullable Kind broken) {
        if (lost != null) {
            return;
        }
        if (broken != null) {
            lost = broken;
        } else if (fifoCount == fifo.length) {
            lost = UartException.Kind.OVERRUN;
        } else {
            fifo[fifoCount++] = value;
        }
    }

    void lineIdles() {
        idle = true;
        if (target != null && !received && untilIdle && at > from) {
            receivedAll();
        }
    }

    private void receivedAll() {
        received = true;
        rxFlag = true;
        vector.raise();
    }

    // The receiver, for the driver.

    void startRead(byte[] buffer, int offset, int length, boolean stopsWhenIdle) {
        time.look();
        if (target != null) {
            throw new IllegalStateException(name + " is read already: one read at a time, by one task");
        }
        target = buffer;
        from = offset;
        at = offset;
        end = offset + length;
        untilIdle = stopsWhenIdle;
        wrong = null;
        received = false;
        takeFifo(buffer);
        if (at < end && lost != null) {
            wrong = lost;
            lost = null;
            received = true;
        }
        if (at == end || untilIdle && idle && at > from) {
            received = true;
        }
        if (received) {
            rxEvent.notifyOne();
        }
    }

    private void takeFifo(byte[] buffer) {
        int taking = Math.min(fifoCount, end - at);
        System.arraycopy(fifo, 0, buffer, at, taking);
        System.arraycopy(fifo, taking, fifo, 0, fifoCount - taking);
        at += taking;
        fifoCount -= taking;
    }

    boolean hasRead() {
        return received;
    }

    UartException.@Nullable Kind wrong() {
        return wrong;
    }

    int countRead() {
        return at - from;
    }

    void stopRead() {
        time.look();
        target = null;
    }

    // The transmitter, for the driver.

    void startWrite(byte[] data, int offset, int length) {
        time.look();
        checkTransmitter();
        source = data;
        sent = offset;
        sourceEnd = offset + length;
        taken = length == 0;
        if (taken) {
            txEvent.notifyOne();
        } else if (!shifts.isScheduled()) {
            shift();
        }
    }

    private void checkTransmitter() {
        if (transmitting) {
            throw new IllegalStateException(name + " is written already: one write at a time, by one task");
        }
        transmitting = true;
    }

    private void shift() {
        shifted = source[sent++];
        time.after(shifts, byteNanos());
        if (sent == sourceEnd) {
            taken = true;
            source = null;
            txFlag = true;
            vector.raise();
        }
    }

    private void shifted() {
        line.received(shifted);
        if (source != null) {
            shift();
        } else {
            txFlag = true;
            vector.raise();
        }
    }

    boolean hasTaken() {
        return taken;
    }

    void stopWrite() {
        time.look();
        source = null;
        transmitting = false;
    }

    void startFlush() {
        time.look();
        checkTransmitter();
        if (isFlushed()) {
            txEvent.notifyOne();
        }
    }

    boolean isFlushed() {
        return !shifts.isScheduled();
    }

    @Override
    public void interrupted() {
        if (rxFlag) {
            rxFlag = false;
            rxEvent.notifyOne();
        }
        if (txFlag) {
            txFlag = false;
            txEvent.notifyOne();
        }
    }
}
