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
 * A slot of the task {@link Sample12Channel#main(Spawner, String[])}, declared at Sample12Channel.java:72.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 72
)
final class Sample12Channel_main extends Task<Void> {
    static final TaskPool<Sample12Channel_main> POOL = new TaskPool<>(new Sample12Channel_main(),
            "dev.pollen.samples.Sample12Channel.main", "Sample12Channel.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample12Channel_main fresh() {
        return new Sample12Channel_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample12Channel.main");
    }
}
