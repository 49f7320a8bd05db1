package dev.pollen.samples.board;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.StreamFrame;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.hal.Uart;

/**
 * The frame of {@link PolledUart#messages(Uart, byte[])}, declared at PolledUart.java:36.
 */
@GeneratedByPollen
@AsyncSource(
        method = "messages(Ldev/pollen/hal/Uart;[B)Ldev/pollen/AsyncStream$OfInt;",
        line = 36,
        awaitLines = {
                40,
                44
        },
        awaits = {
                "await(uart.readUntilIdle(buffer))",
                "emit(length)"
        }
)
final class PolledUart_messages extends StreamFrame.OfInt {
    Uart uart;

    byte[] buffer;

    @Override
    public Poll poll(Context cx) {
        // PolledUart.java:40: await(uart.readUntilIdle(buffer))
        // PolledUart.java:44: emit(length)
        throw new NotWovenError("PolledUart.messages");
    }
}
