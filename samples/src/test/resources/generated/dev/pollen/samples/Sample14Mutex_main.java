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
 * A slot of the task {@link Sample14Mutex#main(Spawner, String[])}, declared at Sample14Mutex.java:55.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 55
)
final class Sample14Mutex_main extends Task<Void> {
    static final TaskPool<Sample14Mutex_main> POOL = new TaskPool<>(new Sample14Mutex_main(),
            "dev.pollen.samples.Sample14Mutex.main", "Sample14Mutex.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample14Mutex_main fresh() {
        return new Sample14Mutex_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample14Mutex.main");
    }
}
