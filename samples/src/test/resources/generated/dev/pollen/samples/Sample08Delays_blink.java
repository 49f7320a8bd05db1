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
 * A slot of the task {@link Sample08Delays#blink(Output)}, declared at Sample08Delays.java:35.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 35,
        awaitLines = 38,
        awaits = "await(Timer.afterMillis(100))"
)
final class Sample08Delays_blink extends Task<Void> {
    static final TaskPool<Sample08Delays_blink> POOL = new TaskPool<>(new Sample08Delays_blink(),
            "dev.pollen.samples.Sample08Delays.blink", "Sample08Delays.blink", 1);

    Output led;

    @Override
    protected Sample08Delays_blink fresh() {
        return new Sample08Delays_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample08Delays.java:38: await(Timer.afterMillis(100))
        throw new NotWovenError("Sample08Delays.blink");
    }
}
