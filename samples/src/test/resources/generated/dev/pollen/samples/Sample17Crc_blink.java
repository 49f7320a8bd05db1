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
 * A slot of the task {@link Sample17Crc#blink(Output)}, declared at Sample17Crc.java:60.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 60,
        awaitLines = 63,
        awaits = "await(Timer.afterMillis(10))"
)
final class Sample17Crc_blink extends Task<Void> {
    static final TaskPool<Sample17Crc_blink> POOL = new TaskPool<>(new Sample17Crc_blink(),
            "dev.pollen.samples.Sample17Crc.blink", "Sample17Crc.blink", 1);

    Output led;

    @Override
    protected Sample17Crc_blink fresh() {
        return new Sample17Crc_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample17Crc.java:63: await(Timer.afterMillis(10))
        throw new NotWovenError("Sample17Crc.blink");
    }
}
