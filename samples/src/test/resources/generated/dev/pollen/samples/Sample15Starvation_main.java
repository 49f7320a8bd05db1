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
 * A slot of the task {@link Sample15Starvation#main(Spawner, String[])}, declared at Sample15Starvation.java:49.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 49,
        awaitLines = 53,
        awaits = "await(Timer.afterMillis(450))"
)
final class Sample15Starvation_main extends Task<Void> {
    static final TaskPool<Sample15Starvation_main> POOL = new TaskPool<>(
            new Sample15Starvation_main(), "dev.pollen.samples.Sample15Starvation.main",
            "Sample15Starvation.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample15Starvation_main fresh() {
        return new Sample15Starvation_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample15Starvation.java:53: await(Timer.afterMillis(450))
        throw new NotWovenError("Sample15Starvation.main");
    }
}
