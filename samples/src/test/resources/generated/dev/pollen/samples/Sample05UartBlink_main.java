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
 * A slot of the task {@link Sample05UartBlink#main(Spawner, String[])}, declared at Sample05UartBlink.java:68.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 68
)
final class Sample05UartBlink_main extends Task<Void> {
    static final TaskPool<Sample05UartBlink_main> POOL = new TaskPool<>(
            new Sample05UartBlink_main(), "dev.pollen.samples.Sample05UartBlink.main",
            "Sample05UartBlink.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample05UartBlink_main fresh() {
        return new Sample05UartBlink_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample05UartBlink.main");
    }
}
