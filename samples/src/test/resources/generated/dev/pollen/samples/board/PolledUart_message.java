package dev.pollen.samples.board;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.hal.Uart;

/**
 * The frame of {@link PolledUart#message(Uart, byte[])}, declared at PolledUart.java:32.
 */
@GeneratedByPollen
@AsyncSource(
        method = "message(Ldev/pollen/hal/Uart;[B)Ldev/pollen/Future$OfInt;",
        line = 32,
        awaitLines = 34,
        awaits = "await(uart.readUntilIdle(buffer))"
)
final class PolledUart_message extends Frame.OfInt {
    Uart uart;

    byte[] buffer;

    @Override
    public Poll poll(Context cx) {
        // PolledUart.java:34: await(uart.readUntilIdle(buffer))
        throw new NotWovenError("PolledUart.message");
    }
}
