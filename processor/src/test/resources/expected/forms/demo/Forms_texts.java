package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Forms#texts(String[])}, declared at Forms.java:36.
 */
@GeneratedByPollen
@AsyncSource(
        method = "texts([Ljava/lang/String;)Ldev/pollen/Task;",
        line = 36
)
final class Forms_texts extends Task<String[]> {
    static final TaskPool<Forms_texts> POOL = new TaskPool<>(new Forms_texts(), "demo.Forms.texts",
            "Forms.texts", 1);

    String[] more;

    @Override
    protected Forms_texts fresh() {
        return new Forms_texts();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Forms.texts");
    }
}
