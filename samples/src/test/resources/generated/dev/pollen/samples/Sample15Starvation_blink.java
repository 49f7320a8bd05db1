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
 * A slot of the task {@link Sample15Starvation#blink(Output)}, declared at Sample15Starvation.java:40.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 40,
        awaitLines = 43,
        awaits = "await(Timer.afterMillis(100))"
)
final class Sample15Starvation_blink extends Task<Void> {
    static final TaskPool<Sample15Starvation_blink> POOL = new TaskPool<>(
            new Sample15Starvation_blink(), "dev.pollen.samples.Sample15Starvation.blink",
            "Sample15Starvation.blink", 1);

    Output led;

    @Override
    protected Sample15Starvation_blink fresh() {
        return new Sample15Starvation_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample15Starvation.java:43: await(Timer.afterMillis(100))
        throw new NotWovenError("Sample15Starvation.blink");
    }
}
