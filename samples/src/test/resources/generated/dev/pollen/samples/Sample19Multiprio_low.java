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
 * A slot of the task {@link Sample19Multiprio#low(Executor)}, declared at Sample19Multiprio.java:53.
 */
@GeneratedByPollen
@AsyncSource(
        method = "low(Ldev/pollen/executor/Executor;)Ldev/pollen/Task;",
        line = 53,
        awaitLines = {
                57,
                59
        },
        awaits = {
                "await(compute(2_000))",
                "await(Timer.afterMillis(1_006))"
        }
)
final class Sample19Multiprio_low extends Task<Void> {
    static final TaskPool<Sample19Multiprio_low> POOL = new TaskPool<>(new Sample19Multiprio_low(),
            "dev.pollen.samples.Sample19Multiprio.low", "Sample19Multiprio.low", 1);

    Executor executor;

    @Override
    protected Sample19Multiprio_low fresh() {
        return new Sample19Multiprio_low();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample19Multiprio.java:57: await(compute(2_000))
        // Sample19Multiprio.java:59: await(Timer.afterMillis(1_006))
        throw new NotWovenError("Sample19Multiprio.low");
    }
}
