package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample07Ticker#drifting()}, declared at Sample07Ticker.java:46.
 */
@GeneratedByPollen
@AsyncSource(
        method = "drifting()Ldev/pollen/Task;",
        line = 46,
        awaitLines = {
                49,
                51
        },
        awaits = {
                "await(readSensor(n))",
                "await(Timer.afterMillis(100))"
        }
)
final class Sample07Ticker_drifting extends Task<Void> {
    static final TaskPool<Sample07Ticker_drifting> POOL = new TaskPool<>(
            new Sample07Ticker_drifting(), "dev.pollen.samples.Sample07Ticker.drifting",
            "Sample07Ticker.drifting", 1);

    @Override
    protected Sample07Ticker_drifting fresh() {
        return new Sample07Ticker_drifting();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample07Ticker.java:49: await(readSensor(n))
        // Sample07Ticker.java:51: await(Timer.afterMillis(100))
        throw new NotWovenError("Sample07Ticker.drifting");
    }
}
