package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.samples.board.Work;

/**
 * A slot of the task {@link Sample15Starvation#compute(Work)}, declared at Sample15Starvation.java:29.
 */
@GeneratedByPollen
@AsyncSource(
        method = "compute(Ldev/pollen/samples/board/Work;)Ldev/pollen/Task;",
        line = 29
)
final class Sample15Starvation_compute extends Task<Void> {
    static final TaskPool<Sample15Starvation_compute> POOL = new TaskPool<>(
            new Sample15Starvation_compute(), "dev.pollen.samples.Sample15Starvation.compute",
            "Sample15Starvation.compute", 1);

    Work work;

    @Override
    protected Sample15Starvation_compute fresh() {
        return new Sample15Starvation_compute();
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Sample15Starvation.compute");
    }
}
