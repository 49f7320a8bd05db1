package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Access.Shop#open()}, declared at Access.java:29.
 */
@GeneratedByPollen
@AsyncSource(
        method = "open()Ldev/pollen/Task;",
        line = 29
)
public final class Access_Shop_open extends Task<Void> {
    static final TaskPool<Access_Shop_open> POOL = new TaskPool<>(new Access_Shop_open(),
            "demo.Access$Shop.open", "Shop.open", 1);

    Access_Shop_open() {
    }

    @Override
    protected Access_Shop_open fresh() {
        return new Access_Shop_open();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Shop.open");
    }
}
