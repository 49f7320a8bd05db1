package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Box#run(Enum)}, declared at Box.java:28.
 */
@GeneratedByPollen
@AsyncSource(
        method = "run(Ljava/lang/Enum;)Ldev/pollen/Task;",
        line = 28
)
final class Box_run extends Task<Enum<?>> {
    static final TaskPool<Box_run> POOL = new TaskPool<>(new Box_run(), "demo.Box.run", "Box.run",
            1);

    Enum<?> constant;

    @Override
    protected Box_run fresh() {
        return new Box_run();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Box.run");
    }
}
