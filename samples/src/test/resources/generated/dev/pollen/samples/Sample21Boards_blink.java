package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Output;
import dev.pollen.simboard.BoardSpec;

/**
 * A slot of the task {@link Sample21Boards#blink(Output, BoardSpec)}, declared at Sample21Boards.java:36.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;Ldev/pollen/simboard/BoardSpec;)Ldev/pollen/Task;",
        line = 36,
        awaitLines = 40,
        awaits = "await(Timer.afterMillis(500))"
)
final class Sample21Boards_blink extends Task<Void> {
    static final TaskPool<Sample21Boards_blink> POOL = new TaskPool<>(new Sample21Boards_blink(),
            "dev.pollen.samples.Sample21Boards.blink", "Sample21Boards.blink", 4);

    Output led;

    BoardSpec spec;

    @Override
    protected Sample21Boards_blink fresh() {
        return new Sample21Boards_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample21Boards.java:40: await(Timer.afterMillis(500))
        throw new NotWovenError("Sample21Boards.blink");
    }
}
