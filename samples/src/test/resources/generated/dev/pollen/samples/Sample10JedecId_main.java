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
 * A slot of the task {@link Sample10JedecId#main(Spawner, String[])}, declared at Sample10JedecId.java:31.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 31,
        awaitLines = 52,
        awaits = "await(spi.transfer(received, sent))"
)
final class Sample10JedecId_main extends Task<Void> {
    static final TaskPool<Sample10JedecId_main> POOL = new TaskPool<>(new Sample10JedecId_main(),
            "dev.pollen.samples.Sample10JedecId.main", "Sample10JedecId.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample10JedecId_main fresh() {
        return new Sample10JedecId_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample10JedecId.java:52: await(spi.transfer(received, sent))
        throw new NotWovenError("Sample10JedecId.main");
    }
}
