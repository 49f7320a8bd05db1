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
 * A slot of the task {@link Sample17Crc#main(Spawner, String[])}, declared at Sample17Crc.java:70.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 70
)
final class Sample17Crc_main extends Task<Void> {
    static final TaskPool<Sample17Crc_main> POOL = new TaskPool<>(new Sample17Crc_main(),
            "dev.pollen.samples.Sample17Crc.main", "Sample17Crc.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample17Crc_main fresh() {
        return new Sample17Crc_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample17Crc.main");
    }
}
