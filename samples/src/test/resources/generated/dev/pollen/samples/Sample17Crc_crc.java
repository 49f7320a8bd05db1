package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample17Crc#crc(byte[])}, declared at Sample17Crc.java:37.
 */
@GeneratedByPollen
@AsyncSource(
        method = "crc([B)Ldev/pollen/Task;",
        line = 37,
        awaitLines = 45,
        awaits = "await(Futures.yieldNow())"
)
final class Sample17Crc_crc extends Task<Void> {
    static final TaskPool<Sample17Crc_crc> POOL = new TaskPool<>(new Sample17Crc_crc(),
            "dev.pollen.samples.Sample17Crc.crc", "Sample17Crc.crc", 2);

    byte[] data;

    @Override
    protected Sample17Crc_crc fresh() {
        return new Sample17Crc_crc();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample17Crc.java:45: await(Futures.yieldNow())
        throw new NotWovenError("Sample17Crc.crc");
    }
}
