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
 * A slot of the task {@link Sample16Yielding#blink(Output)}, declared at Sample16Yielding.java:44.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 44,
        awaitLines = 47,
        awaits = "await(Timer.afterMillis(100))"
)
final class Sample16Yielding_blink extends Task<Void> {
    static final TaskPool<Sample16Yielding_blink> POOL = new TaskPool<>(
            new Sample16Yielding_blink(), "dev.pollen.samples.Sample16Yielding.blink",
            "Sample16Yielding.blink", 1);

    Output led;

    @Override
    protected Sample16Yielding_blink fresh() {
        return new Sample16Yielding_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample16Yielding.java:47: await(Timer.afterMillis(100))
        throw new NotWovenError("Sample16Yielding.blink");
    }
}
