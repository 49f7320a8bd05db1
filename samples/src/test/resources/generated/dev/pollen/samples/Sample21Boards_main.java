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
 * A slot of the task {@link Sample21Boards#main(Spawner, String[])}, declared at Sample21Boards.java:64.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 64
)
final class Sample21Boards_main extends Task<Void> {
    static final TaskPool<Sample21Boards_main> POOL = new TaskPool<>(new Sample21Boards_main(),
            "dev.pollen.samples.Sample21Boards.main", "Sample21Boards.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample21Boards_main fresh() {
        return new Sample21Boards_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample21Boards.main");
    }
}
