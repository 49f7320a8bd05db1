package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Output;

/**
 * A slot of the task {@link Sample18Diagnosis#blink(Output, Executor)}, declared at Sample18Diagnosis.java:39.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;Ldev/pollen/executor/Executor;)Ldev/pollen/Task;",
        line = 39,
        awaitLines = 43,
        awaits = "await(ticker.next())"
)
final class Sample18Diagnosis_blink extends Task<Void> {
    static final TaskPool<Sample18Diagnosis_blink> POOL = new TaskPool<>(
            new Sample18Diagnosis_blink(), "dev.pollen.samples.Sample18Diagnosis.blink",
            "Sample18Diagnosis.blink", 1);

    Output led;

    Executor executor;

    @Override
    protected Sample18Diagnosis_blink fresh() {
        return new Sample18Diagnosis_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample18Diagnosis.java:43: await(ticker.next())
        throw new NotWovenError("Sample18Diagnosis.blink");
    }
}
