package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample20Fairness#restless()}, declared at Sample20Fairness.java:46.
 */
@GeneratedByPollen
@AsyncSource(
        method = "restless()Ldev/pollen/Task;",
        line = 46,
        awaitLines = 47,
        awaits = "await(new Restless())"
)
final class Sample20Fairness_restless extends Task<Void> {
    static final TaskPool<Sample20Fairness_restless> POOL = new TaskPool<>(
            new Sample20Fairness_restless(), "dev.pollen.samples.Sample20Fairness.restless",
            "Sample20Fairness.restless", 1);

    @Override
    protected Sample20Fairness_restless fresh() {
        return new Sample20Fairness_restless();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample20Fairness.java:47: await(new Restless())
        throw new NotWovenError("Sample20Fairness.restless");
    }
}
