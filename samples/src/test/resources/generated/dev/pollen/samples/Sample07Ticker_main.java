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
 * A slot of the task {@link Sample07Ticker#main(Spawner, String[])}, declared at Sample07Ticker.java:67.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 67
)
final class Sample07Ticker_main extends Task<Void> {
    static final TaskPool<Sample07Ticker_main> POOL = new TaskPool<>(new Sample07Ticker_main(),
            "dev.pollen.samples.Sample07Ticker.main", "Sample07Ticker.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample07Ticker_main fresh() {
        return new Sample07Ticker_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample07Ticker.main");
    }
}
