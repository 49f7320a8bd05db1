package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Uart;

/**
 * A slot of the task {@link Sample05UartBlink#uart(Uart)}, declared at Sample05UartBlink.java:35.
 */
@GeneratedByPollen
@AsyncSource(
        method = "uart(Ldev/pollen/hal/Uart;)Ldev/pollen/Task;",
        line = 35,
        awaitLines = 38,
        awaits = "await(usart.readUntilIdle(buffer))"
)
final class Sample05UartBlink_uart extends Task<Void> {
    static final TaskPool<Sample05UartBlink_uart> POOL = new TaskPool<>(
            new Sample05UartBlink_uart(), "dev.pollen.samples.Sample05UartBlink.uart",
            "Sample05UartBlink.uart", 1);

    Uart usart;

    @Override
    protected Sample05UartBlink_uart fresh() {
        return new Sample05UartBlink_uart();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample05UartBlink.java:38: await(usart.readUntilIdle(buffer))
        throw new NotWovenError("Sample05UartBlink.uart");
    }
}
