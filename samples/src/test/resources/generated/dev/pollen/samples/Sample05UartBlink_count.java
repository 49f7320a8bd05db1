package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample05UartBlink#count(Executor)}, declared at Sample05UartBlink.java:57.
 */
@GeneratedByPollen
@AsyncSource(
        method = "count(Ldev/pollen/executor/Executor;)Ldev/pollen/Task;",
        line = 57,
        awaitLines = 61,
        awaits = "await(second.next())"
)
final class Sample05UartBlink_count extends Task<Void> {
    static final TaskPool<Sample05UartBlink_count> POOL = new TaskPool<>(
            new Sample05UartBlink_count(), "dev.pollen.samples.Sample05UartBlink.count",
            "Sample05UartBlink.count", 1);

    Executor executor;

    @Override
    protected Sample05UartBlink_count fresh() {
        return new Sample05UartBlink_count();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample05UartBlink.java:61: await(second.next())
        throw new NotWovenError("Sample05UartBlink.count");
    }
}
