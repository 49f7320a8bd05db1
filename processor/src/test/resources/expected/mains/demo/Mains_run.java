package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Mains#run()}, declared at Mains.java:13.
 */
@GeneratedByPollen
@AsyncSource(
        method = "run()Ldev/pollen/Task;",
        line = 13
)
final class Mains_run extends Task<Void> {
    static final TaskPool<Mains_run> POOL = new TaskPool<>(new Mains_run(), "demo.Mains.run",
            "Mains.run", 1);

    @Override
    protected Mains_run fresh() {
        return new Mains_run();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Mains.run");
    }
}
