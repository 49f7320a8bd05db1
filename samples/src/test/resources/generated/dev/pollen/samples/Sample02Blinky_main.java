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
 * A slot of the task {@link Sample02Blinky#main(Spawner, String[])}, declared at Sample02Blinky.java:31.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 31,
        awaitLines = {
                40,
                42
        },
        awaits = {
                "await(Timer.afterMillis(500))",
                "await(Timer.afterMillis(500))"
        }
)
final class Sample02Blinky_main extends Task<Void> {
    static final TaskPool<Sample02Blinky_main> POOL = new TaskPool<>(new Sample02Blinky_main(),
            "dev.pollen.samples.Sample02Blinky.main", "Sample02Blinky.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample02Blinky_main fresh() {
        return new Sample02Blinky_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample02Blinky.java:40: await(Timer.afterMillis(500))
        // Sample02Blinky.java:42: await(Timer.afterMillis(500))
        throw new NotWovenError("Sample02Blinky.main");
    }
}
