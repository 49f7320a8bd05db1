package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Blinky#main(Spawner)}, declared at Blinky.java:34.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;)Ldev/pollen/Task;",
        line = 34
)
final class Blinky_main extends Task<Void> {
    static final TaskPool<Blinky_main> POOL = new TaskPool<>(new Blinky_main(), "demo.Blinky.main",
            "start", 1);

    Spawner spawner;

    @Override
    protected Blinky_main fresh() {
        return new Blinky_main();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Blinky.main");
    }
}
