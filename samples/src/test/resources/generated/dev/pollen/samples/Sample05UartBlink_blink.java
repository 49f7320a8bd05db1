package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Output;

/**
 * A slot of the task {@link Sample05UartBlink#blink(Output)}, declared at Sample05UartBlink.java:44.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 44,
        awaitLines = 47,
        awaits = "await(Timer.afterMillis(500))"
)
final class Sample05UartBlink_blink extends Task<Void> {
    static final TaskPool<Sample05UartBlink_blink> POOL = new TaskPool<>(
            new Sample05UartBlink_blink(), "dev.pollen.samples.Sample05UartBlink.blink",
            "Sample05UartBlink.blink", 1);

    Output led;

    @Override
    protected Sample05UartBlink_blink fresh() {
        return new Sample05UartBlink_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample05UartBlink.java:47: await(Timer.afterMillis(500))
        throw new NotWovenError("Sample05UartBlink.blink");
    }
}
