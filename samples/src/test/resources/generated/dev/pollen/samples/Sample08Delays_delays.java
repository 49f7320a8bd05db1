package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample08Delays#delays()}, declared at Sample08Delays.java:43.
 */
@GeneratedByPollen
@AsyncSource(
        method = "delays()Ldev/pollen/Task;",
        line = 43,
        awaitLines = 45,
        awaits = "await(Timer.afterMillis(350))"
)
final class Sample08Delays_delays extends Task<Void> {
    static final TaskPool<Sample08Delays_delays> POOL = new TaskPool<>(new Sample08Delays_delays(),
            "dev.pollen.samples.Sample08Delays.delays", "Sample08Delays.delays", 1);

    @Override
    protected Sample08Delays_delays fresh() {
        return new Sample08Delays_delays();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample08Delays.java:45: await(Timer.afterMillis(350))
        throw new NotWovenError("Sample08Delays.delays");
    }
}
