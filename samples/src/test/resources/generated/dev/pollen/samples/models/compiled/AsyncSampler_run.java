package dev.pollen.samples.models.compiled;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.hardware.Packet;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;

/**
 * A slot of the task {@link AsyncSampler#run(AsyncSensor, AsyncSensor, Channel, Notification, Bench)}, declared at AsyncSampler.java:31.
 */
@GeneratedByPollen
@AsyncSource(
        method = "run(Ldev/pollen/samples/models/compiled/AsyncSensor;Ldev/pollen/samples/models/compiled/AsyncSensor;Ldev/pollen/sync/Channel;Ldev/pollen/sync/Notification;Ldev/pollen/samples/models/hardware/Bench;)Ldev/pollen/Task;",
        line = 31,
        awaitLines = 33,
        awaits = "await(select(sleep.notified(), sampleForEver(first, second, link, bench)))"
)
final class AsyncSampler_run extends Task<Void> {
    static final TaskPool<AsyncSampler_run> POOL = new TaskPool<>(new AsyncSampler_run(),
            "dev.pollen.samples.models.compiled.AsyncSampler.run", "AsyncSampler.run", 1);

    AsyncSensor first;

    AsyncSensor second;

    Channel<Packet> link;

    Notification sleep;

    Bench bench;

    @Override
    protected AsyncSampler_run fresh() {
        return new AsyncSampler_run();
    }

    @Override
    public Poll poll(Context cx) {
        // AsyncSampler.java:33: await(select(sleep.notified(), sampleForEver(first, second, link, bench)))
        throw new NotWovenError("AsyncSampler.run");
    }
}
