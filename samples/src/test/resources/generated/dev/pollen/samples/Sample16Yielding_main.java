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
 * A slot of the task {@link Sample16Yielding#main(Spawner, String[])}, declared at Sample16Yielding.java:53.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 53
)
final class Sample16Yielding_main extends Task<Void> {
    static final TaskPool<Sample16Yielding_main> POOL = new TaskPool<>(new Sample16Yielding_main(),
            "dev.pollen.samples.Sample16Yielding.main", "Sample16Yielding.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample16Yielding_main fresh() {
        return new Sample16Yielding_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample16Yielding.main");
    }
}
