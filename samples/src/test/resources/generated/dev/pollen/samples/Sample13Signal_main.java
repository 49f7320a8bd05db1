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
 * A slot of the task {@link Sample13Signal#main(Spawner, String[])}, declared at Sample13Signal.java:63.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 63
)
final class Sample13Signal_main extends Task<Void> {
    static final TaskPool<Sample13Signal_main> POOL = new TaskPool<>(new Sample13Signal_main(),
            "dev.pollen.samples.Sample13Signal.main", "Sample13Signal.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample13Signal_main fresh() {
        return new Sample13Signal_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample13Signal.main");
    }
}
