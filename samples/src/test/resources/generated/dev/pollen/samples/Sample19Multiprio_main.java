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
 * A slot of the task {@link Sample19Multiprio#main(Spawner, String[])}, declared at Sample19Multiprio.java:73.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 73
)
final class Sample19Multiprio_main extends Task<Void> {
    static final TaskPool<Sample19Multiprio_main> POOL = new TaskPool<>(
            new Sample19Multiprio_main(), "dev.pollen.samples.Sample19Multiprio.main",
            "Sample19Multiprio.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample19Multiprio_main fresh() {
        return new Sample19Multiprio_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample19Multiprio.main");
    }
}
