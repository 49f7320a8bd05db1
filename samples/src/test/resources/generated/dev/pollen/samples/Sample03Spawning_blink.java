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
 * A slot of the task {@link Sample03Spawning#blink(Output)}, declared at Sample03Spawning.java:55.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 55,
        awaitLines = 58,
        awaits = "await(Timer.afterMillis(500))"
)
final class Sample03Spawning_blink extends Task<Void> {
    static final TaskPool<Sample03Spawning_blink> POOL = new TaskPool<>(
            new Sample03Spawning_blink(), "dev.pollen.samples.Sample03Spawning.blink",
            "Sample03Spawning.blink", 1);

    Output led;

    @Override
    protected Sample03Spawning_blink fresh() {
        return new Sample03Spawning_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample03Spawning.java:58: await(Timer.afterMillis(500))
        throw new NotWovenError("Sample03Spawning.blink");
    }
}
