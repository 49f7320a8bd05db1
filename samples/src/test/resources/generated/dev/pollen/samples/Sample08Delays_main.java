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
 * A slot of the task {@link Sample08Delays#main(Spawner, String[])}, declared at Sample08Delays.java:54.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 54
)
final class Sample08Delays_main extends Task<Void> {
    static final TaskPool<Sample08Delays_main> POOL = new TaskPool<>(new Sample08Delays_main(),
            "dev.pollen.samples.Sample08Delays.main", "Sample08Delays.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample08Delays_main fresh() {
        return new Sample08Delays_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample08Delays.main");
    }
}
