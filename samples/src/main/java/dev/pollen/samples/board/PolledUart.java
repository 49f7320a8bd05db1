// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import dev.pollen.AsyncStream;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Async;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;

/**
 * A serial port that is asked again and again whether a message has come: a generator that is polled by hand, and wakes nobody.
 * It is made once, and so is what all of its messages are waited for with.
 */
public final class PolledUart {
    private final Context context = Context.of(() -> {});
    private final AsyncStream.OfInt messages;
    private Future.OfBoolean message;

    /**
     * Begins to read.
     *
     * @param uart the port
     */
    public PolledUart(Uart uart) {
        messages = messages(uart, new byte[64]);
        message = messages.next();
    }

    /** The lengths of messages; one that is disturbed has no bytes. */
    @Async
    private static AsyncStream.OfInt messages(Uart uart, byte[] buffer) {
        while (true) {
            int length = 0;
            try {
                length = await(uart.readUntilIdle(buffer));
            } catch (UartException e) {
                // Length 0 says it.
            }
            emit(length);
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
        int length = messages.currentAsInt();
        message = messages.next();
        return length;
    }
}
