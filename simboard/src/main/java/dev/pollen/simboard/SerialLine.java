// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.UartException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outside end of a UART: a terminal, another machine, a test. It sends byte after byte at its baud rate, and tells
 * listeners of what comes.
 *
 * <p>Threading: on the executor's thread; other threads use {@code SimBoard.fromOutside}. Allocation: none in steady
 * state: the queue of bytes to send grows to what was ever waiting at once.
 */
public final class SerialLine {
    private static final int GOOD = 0;
    private static final UartException.Kind[] KINDS = UartException.Kind.values();

    private final SimTime time;
    private final UartHardware uart;
    private final List<ByteListener> listeners = new ArrayList<>();

    /** Bytes that wait to be sent, each with what is wrong with it in the upper byte. */
    private short[] queue = new short[64];

    private int head;
    private int count;

    /** The byte on the line. */
    private short sending;

    /** The other side's baud rate; 0 for that of the UART. */
    private int baud;

    private final SimEvent byteEnds = new SimEvent() {
        @Override
        protected void happen() {
            ended();
        }
    };

    private final SimEvent lineIdles = new SimEvent() {
        @Override
        protected void happen() {
            uart.lineIdles();
        }
    };

    SerialLine(SimTime time, UartHardware uart) {
        this.time = time;
        this.uart = uart;
    }

    /**
     * Sends bytes, behind those that are still waiting, without a gap.
     *
     * @param bytes what is sent
     */
    public void send(byte... bytes) {
        time.look();
        for (byte b : bytes) {
            enqueue((short) (b & 0xFF));
        }
        start();
    }

    /**
     * Sends text.
     *
     * @param text what is sent, as UTF-8
     */
    public void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a byte with something wrong about it.
     *
     * @param value the byte
     * @param wrong what the UART will find: {@code FRAMING}, {@code PARITY}, {@code NOISE} or {@code BREAK}
     */
    public void sendBroken(byte value, UartException.Kind wrong) {
        time.look();
        enqueue((short) (value & 0xFF | wrong.ordinal() + 1 << 8));
        start();
    }

    /**
     * Sets the baud rate of this side. Where it differs from that of the UART by more than 3 percent, each byte arrives
     * with a framing error, in both directions.
     *
     * @param rate bits per second; 0 for the UART's own rate
     */
    public void baud(int rate) {
        baud = rate;
    }

    /**
     * Adds a listener.
     *
     * @param listener told of each byte that the firmware sends
     */
    public void listen(ByteListener listener) {
        listeners.add(listener);
    }

    /**
     * Whether bytes wait or are on the line towards the UART.
     *
     * @return whether this side is still sending
     */
    public boolean isSending() {
        return byteEnds.isScheduled();
    }

    /** The UART has sent a byte. */
    void received(byte value) {
        byte seen = isOff() ? (byte) ~value : value;
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).received(seen, time.now());
        }
    }

    private boolean isOff() {
        int own = uart.config().baud();
        return baud != 0 && Math.abs((long) baud - own) * 100 > 3L * own;
    }

    private void enqueue(short b) {
        if (count == queue.length) {
            short[] longer = Arrays.copyOf(queue, 2 * count);
            System.arraycopy(queue, 0, longer, count, head);
            queue = longer;
        }
        queue[(head + count) % queue.length] = b;
        count++;
    }

    private void start() {
        if (!byteEnds.isScheduled() && count > 0) {
            time.cancel(lineIdles);
            sending = queue[head];
            head = (head + 1) % queue.length;
            count--;
            uart.lineBusy();
            time.after(byteEnds, uart.byteNanos());
        }
    }

    private void ended() {
        int wrong = sending >> 8;
        uart.arrives((byte) sending, wrong == GOOD ? wrongBaud() : KINDS[wrong - 1]);
        if (count > 0) {
            start();
        } else {
            time.after(lineIdles, uart.byteNanos());
        }
    }

    private UartException.@Nullable Kind wrongBaud() {
        return isOff() ? UartException.Kind.FRAMING : null;
    }
}
