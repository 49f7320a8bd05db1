package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample20Fairness#due(long)}, declared at Sample20Fairness.java:38.
 */
@GeneratedByPollen
@AsyncSource(
        method = "due(J)Ldev/pollen/Task;",
        line = 38,
        awaitLines = 40,
        awaits = "await(Timer.at(past))"
)
final class Sample20Fairness_due extends Task<Void> {
    static final TaskPool<Sample20Fairness_due> POOL = new TaskPool<>(new Sample20Fairness_due(),
            "dev.pollen.samples.Sample20Fairness.due", "Sample20Fairness.due", 1);

    long past;

    @Override
    protected Sample20Fairness_due fresh() {
        return new Sample20Fairness_due();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample20Fairness.java:40: await(Timer.at(past))
        throw new NotWovenError("Sample20Fairness.due");
    }
}
