package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.I2c;
import dev.pollen.simboard.BoardSpec;

/**
 * A slot of the task {@link Sample21Boards#measure(I2c, BoardSpec)}, declared at Sample21Boards.java:53.
 */
@GeneratedByPollen
@AsyncSource(
        method = "measure(Ldev/pollen/hal/I2c;Ldev/pollen/simboard/BoardSpec;)Ldev/pollen/Task;",
        line = 53,
        awaitLines = {
                56,
                58
        },
        awaits = {
                "await(i2c.read(0x48, raw))",
                "await(Timer.afterMillis(1_000))"
        }
)
final class Sample21Boards_measure extends Task<Void> {
    static final TaskPool<Sample21Boards_measure> POOL = new TaskPool<>(
            new Sample21Boards_measure(), "dev.pollen.samples.Sample21Boards.measure",
            "Sample21Boards.measure", 4);

    I2c i2c;

    BoardSpec spec;

    @Override
    protected Sample21Boards_measure fresh() {
        return new Sample21Boards_measure();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample21Boards.java:56: await(i2c.read(0x48, raw))
        // Sample21Boards.java:58: await(Timer.afterMillis(1_000))
        throw new NotWovenError("Sample21Boards.measure");
    }
}
