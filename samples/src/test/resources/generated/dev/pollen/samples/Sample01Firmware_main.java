package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample01Firmware#main(Spawner, String[])}, declared at Sample01Firmware.java:69.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 69
)
final class Sample01Firmware_main extends Task<Void> {
    static final TaskPool<Sample01Firmware_main> POOL = new TaskPool<>(new Sample01Firmware_main(),
            "dev.pollen.samples.Sample01Firmware.main", "Sample01Firmware.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample01Firmware_main fresh() {
        return new Sample01Firmware_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample01Firmware.main");
    }
}
