package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Uart;
import dev.pollen.samples.board.Text;

/**
 * A slot of the task {@link Sample01Firmware#echo(Uart, Text)}, declared at Sample01Firmware.java:30.
 */
@GeneratedByPollen
@AsyncSource(
        method = "echo(Ldev/pollen/hal/Uart;Ldev/pollen/samples/board/Text;)Ldev/pollen/Task;",
        line = 30,
        awaitLines = {
                33,
                35
        },
        awaits = {
                "await(uart.readUntilIdle(buffer))",
                "await(uart.write(buffer, 0, count))"
        }
)
final class Sample01Firmware_echo extends Task<Void> {
    static final TaskPool<Sample01Firmware_echo> POOL = new TaskPool<>(new Sample01Firmware_echo(),
            "dev.pollen.samples.Sample01Firmware.echo", "Sample01Firmware.echo", 1);

    Uart uart;

    Text line;

    @Override
    protected Sample01Firmware_echo fresh() {
        return new Sample01Firmware_echo();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample01Firmware.java:33: await(uart.readUntilIdle(buffer))
        // Sample01Firmware.java:35: await(uart.write(buffer, 0, count))
        throw new NotWovenError("Sample01Firmware.echo");
    }
}
