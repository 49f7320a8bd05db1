package dev.pollen.samples.models.compiled;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.hardware.Packet;
import dev.pollen.sync.Channel;

/**
 * The frame of {@link AsyncSampler#sampleForEver(AsyncSensor, AsyncSensor, Channel, Bench)}, declared at AsyncSampler.java:39.
 */
@GeneratedByPollen
@AsyncSource(
        method = "sampleForEver(Ldev/pollen/samples/models/compiled/AsyncSensor;Ldev/pollen/samples/models/compiled/AsyncSensor;Ldev/pollen/sync/Channel;Ldev/pollen/samples/models/hardware/Bench;)Ldev/pollen/Future;",
        line = 39,
        awaitLines = {
                42,
                44,
                47
        },
        awaits = {
                "await(ticker.next())",
                "await(Timeout.after(join(first.read(), second.read()), Bench.LIMIT_MILLIS))",
                "await(link.send(bench.packet(one, two)))"
        }
)
final class AsyncSampler_sampleForEver extends Frame<Void> {
    AsyncSensor first;

    AsyncSensor second;

    Channel<Packet> link;

    Bench bench;

    @Override
    public Poll poll(Context cx) {
        // AsyncSampler.java:42: await(ticker.next())
        // AsyncSampler.java:44: await(Timeout.after(join(first.read(), second.read()), Bench.LIMIT_MILLIS))
        // AsyncSampler.java:47: await(link.send(bench.packet(one, two)))
        throw new NotWovenError("AsyncSampler.sampleForEver");
    }
}
