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
 * A slot of the task {@link Sample04BusyWait#main(Spawner, String[])}, declared at Sample04BusyWait.java:37.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 37,
        awaitLines = 59,
        awaits = "await(Futures.yieldNow())"
)
final class Sample04BusyWait_main extends Task<Void> {
    static final TaskPool<Sample04BusyWait_main> POOL = new TaskPool<>(new Sample04BusyWait_main(),
            "dev.pollen.samples.Sample04BusyWait.main", "Sample04BusyWait.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample04BusyWait_main fresh() {
        return new Sample04BusyWait_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample04BusyWait.java:59: await(Futures.yieldNow())
        throw new NotWovenError("Sample04BusyWait.main");
    }
}
