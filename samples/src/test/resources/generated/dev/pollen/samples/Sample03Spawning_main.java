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
 * A slot of the task {@link Sample03Spawning#main(Spawner, String[])}, declared at Sample03Spawning.java:36.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 36,
        awaitLines = 50,
        awaits = "await(Timer.afterMillis(60_000))"
)
final class Sample03Spawning_main extends Task<Void> {
    static final TaskPool<Sample03Spawning_main> POOL = new TaskPool<>(new Sample03Spawning_main(),
            "dev.pollen.samples.Sample03Spawning.main", "Sample03Spawning.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample03Spawning_main fresh() {
        return new Sample03Spawning_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample03Spawning.java:50: await(Timer.afterMillis(60_000))
        throw new NotWovenError("Sample03Spawning.main");
    }
}
