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
 * A slot of the task {@link Sample22Preemption#main(Spawner, String[])}, declared at Sample22Preemption.java:62.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 62
)
final class Sample22Preemption_main extends Task<Void> {
    static final TaskPool<Sample22Preemption_main> POOL = new TaskPool<>(
            new Sample22Preemption_main(), "dev.pollen.samples.Sample22Preemption.main",
            "Sample22Preemption.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample22Preemption_main fresh() {
        return new Sample22Preemption_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample22Preemption.main");
    }
}
