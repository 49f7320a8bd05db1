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
 * A slot of the task {@link Sample16Yielding#compute(byte[], Work)}, declared at Sample16Yielding.java:33.
 */
@GeneratedByPollen
@AsyncSource(
        method = "compute([BLdev/pollen/samples/board/Work;)Ldev/pollen/Task;",
        line = 33,
        awaitLines = 37,
        awaits = "await(Futures.yieldNow())"
)
final class Sample16Yielding_compute extends Task<Void> {
    static final TaskPool<Sample16Yielding_compute> POOL = new TaskPool<>(
            new Sample16Yielding_compute(), "dev.pollen.samples.Sample16Yielding.compute",
            "Sample16Yielding.compute", 1);

    byte[] data;

    Work work;

    @Override
    protected Sample16Yielding_compute fresh() {
        return new Sample16Yielding_compute();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample16Yielding.java:37: await(Futures.yieldNow())
        throw new NotWovenError("Sample16Yielding.compute");
    }
}
