package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Outer.Inner#task()}, declared at Outer.java:18.
 */
@GeneratedByPollen
@AsyncSource(
        method = "task()Ldev/pollen/Task;",
        line = 18
)
final class Outer_Inner_task extends Task<Void> {
    static final TaskPool<Outer_Inner_task> POOL = new TaskPool<>(new Outer_Inner_task(),
            "demo.Outer$Inner.task", "Inner.task", 1);

    @Override
    protected Outer_Inner_task fresh() {
        return new Outer_Inner_task();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Inner.task");
    }
}
