package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample18Diagnosis#main(Spawner, String[])}, declared at Sample18Diagnosis.java:65.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 65,
        awaitLines = 74,
        awaits = "await(Ticker.everyMillis(1_800).next())"
)
final class Sample18Diagnosis_main extends Task<Void> {
    static final TaskPool<Sample18Diagnosis_main> POOL = new TaskPool<>(
            new Sample18Diagnosis_main(), "dev.pollen.samples.Sample18Diagnosis.main",
            "Sample18Diagnosis.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample18Diagnosis_main fresh() {
        return new Sample18Diagnosis_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample18Diagnosis.java:74: await(Ticker.everyMillis(1_800).next())
        throw new NotWovenError("Sample18Diagnosis.main");
    }
}
