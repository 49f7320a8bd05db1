package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample07Ticker#sensor()}, declared at Sample07Ticker.java:34.
 */
@GeneratedByPollen
@AsyncSource(
        method = "sensor()Ldev/pollen/Task;",
        line = 34,
        awaitLines = {
                39,
                41
        },
        awaits = {
                "await(readSensor(n))",
                "await(ticker.next())"
        }
)
final class Sample07Ticker_sensor extends Task<Void> {
    static final TaskPool<Sample07Ticker_sensor> POOL = new TaskPool<>(new Sample07Ticker_sensor(),
            "dev.pollen.samples.Sample07Ticker.sensor", "Sample07Ticker.sensor", 1);

    @Override
    protected Sample07Ticker_sensor fresh() {
        return new Sample07Ticker_sensor();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample07Ticker.java:39: await(readSensor(n))
        // Sample07Ticker.java:41: await(ticker.next())
        throw new NotWovenError("Sample07Ticker.sensor");
    }
}
