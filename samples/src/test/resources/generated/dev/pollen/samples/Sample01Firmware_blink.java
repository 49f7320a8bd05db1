package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Output;

/**
 * A slot of the task {@link Sample01Firmware#blink(Output)}, declared at Sample01Firmware.java:22.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 22,
        awaitLines = 25,
        awaits = "await(Timer.afterMillis(500))"
)
final class Sample01Firmware_blink extends Task<Void> {
    static final TaskPool<Sample01Firmware_blink> POOL = new TaskPool<>(
            new Sample01Firmware_blink(), "dev.pollen.samples.Sample01Firmware.blink",
            "Sample01Firmware.blink", 1);

    Output led;

    @Override
    protected Sample01Firmware_blink fresh() {
        return new Sample01Firmware_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample01Firmware.java:25: await(Timer.afterMillis(500))
        throw new NotWovenError("Sample01Firmware.blink");
    }
}
