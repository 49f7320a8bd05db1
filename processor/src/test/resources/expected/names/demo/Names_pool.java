package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Names#pool(int, Names.Poll)}, declared at Names.java:16.
 */
@GeneratedByPollen
@AsyncSource(
        method = "pool(ILdemo/Names$Poll;)Ldev/pollen/Task;",
        line = 16
)
final class Names_pool extends Task<Void> {
    static final TaskPool<Names_pool> POOL = new TaskPool<>(new Names_pool(), "demo.Names.pool",
            "Names.pool", 1);

    Names self;

    int POOL_;

    Names.Poll record;

    @Override
    protected Names_pool fresh() {
        return new Names_pool();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Names.pool");
    }
}
