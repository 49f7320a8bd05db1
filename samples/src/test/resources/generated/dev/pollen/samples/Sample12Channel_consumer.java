package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Output;
import dev.pollen.samples.board.Reading;
import dev.pollen.sync.Channel;

/**
 * A slot of the task {@link Sample12Channel#consumer(Channel, Output)}, declared at Sample12Channel.java:52.
 */
@GeneratedByPollen
@AsyncSource(
        method = "consumer(Ldev/pollen/sync/Channel;Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 52,
        awaitLines = {
                54,
                57
        },
        awaits = {
                "await(readings.receive())",
                "await(triggerAlarm(led))"
        }
)
final class Sample12Channel_consumer extends Task<Void> {
    static final TaskPool<Sample12Channel_consumer> POOL = new TaskPool<>(
            new Sample12Channel_consumer(), "dev.pollen.samples.Sample12Channel.consumer",
            "Sample12Channel.consumer", 1);

    Channel<Reading> readings;

    Output led;

    @Override
    protected Sample12Channel_consumer fresh() {
        return new Sample12Channel_consumer();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample12Channel.java:54: await(readings.receive())
        // Sample12Channel.java:57: await(triggerAlarm(led))
        throw new NotWovenError("Sample12Channel.consumer");
    }
}
