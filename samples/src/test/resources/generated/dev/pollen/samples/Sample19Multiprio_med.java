package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample19Multiprio#med(Executor)}, declared at Sample19Multiprio.java:41.
 */
@GeneratedByPollen
@AsyncSource(
        method = "med(Ldev/pollen/executor/Executor;)Ldev/pollen/Task;",
        line = 41,
        awaitLines = {
                46,
                48
        },
        awaits = {
                "await(compute(1_000))",
                "await(Timer.afterMillis(715))"
        }
)
final class Sample19Multiprio_med extends Task<Void> {
    static final TaskPool<Sample19Multiprio_med> POOL = new TaskPool<>(new Sample19Multiprio_med(),
            "dev.pollen.samples.Sample19Multiprio.med", "Sample19Multiprio.med", 1);

    Executor executor;

    @Override
    protected Sample19Multiprio_med fresh() {
        return new Sample19Multiprio_med();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample19Multiprio.java:46: await(compute(1_000))
        // Sample19Multiprio.java:48: await(Timer.afterMillis(715))
        throw new NotWovenError("Sample19Multiprio.med");
    }
}
