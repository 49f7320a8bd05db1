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
 * A slot of the task {@link Sample20Fairness#main(Spawner, String[])}, declared at Sample20Fairness.java:73.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 73
)
final class Sample20Fairness_main extends Task<Void> {
    static final TaskPool<Sample20Fairness_main> POOL = new TaskPool<>(new Sample20Fairness_main(),
            "dev.pollen.samples.Sample20Fairness.main", "Sample20Fairness.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample20Fairness_main fresh() {
        return new Sample20Fairness_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample20Fairness.main");
    }
}
