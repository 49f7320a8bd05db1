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
 * A slot of the task {@link Sample19Multiprio#high(Executor)}, declared at Sample19Multiprio.java:32.
 */
@GeneratedByPollen
@AsyncSource(
        method = "high(Ldev/pollen/executor/Executor;)Ldev/pollen/Task;",
        line = 32,
        awaitLines = 36,
        awaits = "await(Timer.afterMillis(835))"
)
final class Sample19Multiprio_high extends Task<Void> {
    static final TaskPool<Sample19Multiprio_high> POOL = new TaskPool<>(
            new Sample19Multiprio_high(), "dev.pollen.samples.Sample19Multiprio.high",
            "Sample19Multiprio.high", 1);

    Executor executor;

    @Override
    protected Sample19Multiprio_high fresh() {
        return new Sample19Multiprio_high();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample19Multiprio.java:36: await(Timer.afterMillis(835))
        throw new NotWovenError("Sample19Multiprio.high");
    }
}
