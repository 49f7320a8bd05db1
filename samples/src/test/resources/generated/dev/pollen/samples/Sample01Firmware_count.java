package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Input;

/**
 * A slot of the task {@link Sample01Firmware#count(Input)}, declared at Sample01Firmware.java:40.
 */
@GeneratedByPollen
@AsyncSource(
        method = "count(Ldev/pollen/hal/Input;)Ldev/pollen/Task;",
        line = 40,
        awaitLines = 42,
        awaits = "await(button.waitForRisingEdge())"
)
final class Sample01Firmware_count extends Task<Void> {
    static final TaskPool<Sample01Firmware_count> POOL = new TaskPool<>(
            new Sample01Firmware_count(), "dev.pollen.samples.Sample01Firmware.count",
            "Sample01Firmware.count", 1);

    Input button;

    @Override
    protected Sample01Firmware_count fresh() {
        return new Sample01Firmware_count();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample01Firmware.java:42: await(button.waitForRisingEdge())
        throw new NotWovenError("Sample01Firmware.count");
    }
}
