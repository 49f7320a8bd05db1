package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPool;
import dev.pollen.samples.board.Work;

/**
 * A slot of the task {@link Sample18Diagnosis#filter(Work, Executor)}, declared at Sample18Diagnosis.java:53.
 */
@GeneratedByPollen
@AsyncSource(
        method = "filter(Ldev/pollen/samples/board/Work;Ldev/pollen/executor/Executor;)Ldev/pollen/Task;",
        line = 53,
        awaitLines = 56,
        awaits = "await(ticker.next())"
)
final class Sample18Diagnosis_filter extends Task<Void> {
    static final TaskPool<Sample18Diagnosis_filter> POOL = new TaskPool<>(
            new Sample18Diagnosis_filter(), "dev.pollen.samples.Sample18Diagnosis.filter",
            "Sample18Diagnosis.filter", 1);

    Work work;

    Executor executor;

    @Override
    protected Sample18Diagnosis_filter fresh() {
        return new Sample18Diagnosis_filter();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample18Diagnosis.java:56: await(ticker.next())
        throw new NotWovenError("Sample18Diagnosis.filter");
    }
}
