package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.samples.board.Reading;
import dev.pollen.sync.Channel;

/**
 * A slot of the task {@link Sample01Firmware#watch(Channel)}, declared at Sample01Firmware.java:58.
 */
@GeneratedByPollen
@AsyncSource(
        method = "watch(Ldev/pollen/sync/Channel;)Ldev/pollen/Task;",
        line = 58,
        awaitLines = 60,
        awaits = "await(readings.receive())"
)
final class Sample01Firmware_watch extends Task<Void> {
    static final TaskPool<Sample01Firmware_watch> POOL = new TaskPool<>(
            new Sample01Firmware_watch(), "dev.pollen.samples.Sample01Firmware.watch",
            "Sample01Firmware.watch", 1);

    Channel<Reading> readings;

    @Override
    protected Sample01Firmware_watch fresh() {
        return new Sample01Firmware_watch();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample01Firmware.java:60: await(readings.receive())
        throw new NotWovenError("Sample01Firmware.watch");
    }
}
