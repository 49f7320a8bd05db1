package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Forms#sum(int, int)}, declared at Forms.java:31.
 */
@GeneratedByPollen
@AsyncSource(
        method = "sum(II)Ldev/pollen/Task$OfInt;",
        line = 31
)
final class Forms_sum extends Task.OfInt {
    static final TaskPool<Forms_sum> POOL = new TaskPool<>(new Forms_sum(), "demo.Forms.sum",
            "Forms.sum", 1);

    int a;

    int b;

    @Override
    protected Forms_sum fresh() {
        return new Forms_sum();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Forms.sum");
    }
}
