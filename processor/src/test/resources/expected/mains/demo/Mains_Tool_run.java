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
 * A slot of the task {@link Mains.Tool#run(Spawner, String[])}, declared at Mains.java:20.
 */
@GeneratedByPollen
@AsyncSource(
        method = "run(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 20
)
final class Mains_Tool_run extends Task<Void> {
    static final TaskPool<Mains_Tool_run> POOL = new TaskPool<>(new Mains_Tool_run(),
            "demo.Mains$Tool.run", "Tool.run", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Mains_Tool_run fresh() {
        return new Mains_Tool_run();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Tool.run");
    }
}
