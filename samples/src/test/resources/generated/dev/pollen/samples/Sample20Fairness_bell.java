package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample20Fairness#bell()}, declared at Sample20Fairness.java:30.
 */
@GeneratedByPollen
@AsyncSource(
        method = "bell()Ldev/pollen/Task;",
        line = 30,
        awaitLines = 33,
        awaits = "await(Timer.afterMillis(500))"
)
final class Sample20Fairness_bell extends Task<Void> {
    static final TaskPool<Sample20Fairness_bell> POOL = new TaskPool<>(new Sample20Fairness_bell(),
            "dev.pollen.samples.Sample20Fairness.bell", "Sample20Fairness.bell", 1);

    @Override
    protected Sample20Fairness_bell fresh() {
        return new Sample20Fairness_bell();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample20Fairness.java:33: await(Timer.afterMillis(500))
        throw new NotWovenError("Sample20Fairness.bell");
    }
}
