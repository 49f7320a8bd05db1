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
 * A slot of the task {@link Sample06Timers#main(Spawner, String[])}, declared at Sample06Timers.java:32.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 32,
        awaitLines = {
                38,
                44,
                46
        },
        awaits = {
                "await(Timer.afterMillis(500))",
                "await(Timer.afterMillis(700))",
                "await(Timer.at(deadline))"
        }
)
final class Sample06Timers_main extends Task<Void> {
    static final TaskPool<Sample06Timers_main> POOL = new TaskPool<>(new Sample06Timers_main(),
            "dev.pollen.samples.Sample06Timers.main", "Sample06Timers.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample06Timers_main fresh() {
        return new Sample06Timers_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample06Timers.java:38: await(Timer.afterMillis(500))
        // Sample06Timers.java:44: await(Timer.afterMillis(700))
        // Sample06Timers.java:46: await(Timer.at(deadline))
        throw new NotWovenError("Sample06Timers.main");
    }
}
