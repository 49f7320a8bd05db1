package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Adc;
import dev.pollen.samples.board.Reading;
import dev.pollen.sync.Channel;

/**
 * A slot of the task {@link Sample12Channel#producer(Adc, Channel)}, declared at Sample12Channel.java:39.
 */
@GeneratedByPollen
@AsyncSource(
        method = "producer(Ldev/pollen/hal/Adc;Ldev/pollen/sync/Channel;)Ldev/pollen/Task;",
        line = 39,
        awaitLines = {
                42,
                45,
                47
        },
        awaits = {
                "await(adc.read(0))",
                "await(readings.send(value))",
                "await(ticker.next())"
        }
)
final class Sample12Channel_producer extends Task<Void> {
    static final TaskPool<Sample12Channel_producer> POOL = new TaskPool<>(
            new Sample12Channel_producer(), "dev.pollen.samples.Sample12Channel.producer",
            "Sample12Channel.producer", 1);

    Adc adc;

    Channel<Reading> readings;

    @Override
    protected Sample12Channel_producer fresh() {
        return new Sample12Channel_producer();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample12Channel.java:42: await(adc.read(0))
        // Sample12Channel.java:45: await(readings.send(value))
        // Sample12Channel.java:47: await(ticker.next())
        throw new NotWovenError("Sample12Channel.producer");
    }
}
