// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import static dev.pollen.Pollen.await;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Async;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;

/** A serial port that is asked again and again whether a message has come: its future is polled by hand, and wakes nobody. */
public final class PolledUart {
    private final Context context = Context.of(() -> {});
    private final byte[] buffer = new byte[64];
    private final Uart uart;
    private Future.OfInt message;

    /**
     * Begins to read.
     *
     * @param uart the port
     */
    public PolledUart(Uart uart) {
        this.uart = uart;
        message = message(uart, buffer);
    }

    /** One message; one that is disturbed has no bytes. */
    @Async
    private static Future.OfInt message(Uart uart, byte[] buffer) {
        try {
            return Future.ready(await(uart.readUntilIdle(buffer)));
        } catch (UartException e) {
            return Future.ready(0);
        }
    }

    /**
     * Whether a message has come.
     *
     * @return whether {@link #read} may be called
     */
    public boolean isDataReady() {
        return message.poll(context) == Poll.READY;
    }

    /**
     * Takes the message.
     *
     * @return how many bytes it has
     */
    public int read() {
        int length = message.getAsInt();
        message = message(uart, buffer);
        return length;
    }
}
