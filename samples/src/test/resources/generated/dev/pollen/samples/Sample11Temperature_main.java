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
 * A slot of the task {@link Sample11Temperature#main(Spawner, String[])}, declared at Sample11Temperature.java:32.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 32,
        awaitLines = {
                43,
                48
        },
        awaits = {
                "await(i2c.read(SENSOR, raw))",
                "await(i2c.read(SENSOR + 1, raw))"
        }
)
final class Sample11Temperature_main extends Task<Void> {
    static final TaskPool<Sample11Temperature_main> POOL = new TaskPool<>(
            new Sample11Temperature_main(), "dev.pollen.samples.Sample11Temperature.main",
            "Sample11Temperature.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample11Temperature_main fresh() {
        return new Sample11Temperature_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample11Temperature.java:43: await(i2c.read(SENSOR, raw))
        // Sample11Temperature.java:48: await(i2c.read(SENSOR + 1, raw))
        throw new NotWovenError("Sample11Temperature.main");
    }
}
