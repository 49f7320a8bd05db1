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
 * A slot of the task {@link Sample01Firmware#sample(Adc, Channel)}, declared at Sample01Firmware.java:48.
 */
@GeneratedByPollen
@AsyncSource(
        method = "sample(Ldev/pollen/hal/Adc;Ldev/pollen/sync/Channel;)Ldev/pollen/Task;",
        line = 48,
        awaitLines = {
                51,
                52,
                53
        },
        awaits = {
                "await(ticker.next())",
                "await(adc.read(0))",
                "await(readings.send(Reading.of(percent)))"
        }
)
final class Sample01Firmware_sample extends Task<Void> {
    static final TaskPool<Sample01Firmware_sample> POOL = new TaskPool<>(
            new Sample01Firmware_sample(), "dev.pollen.samples.Sample01Firmware.sample",
            "Sample01Firmware.sample", 1);

    Adc adc;

    Channel<Reading> readings;

    @Override
    protected Sample01Firmware_sample fresh() {
        return new Sample01Firmware_sample();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample01Firmware.java:51: await(ticker.next())
        // Sample01Firmware.java:52: await(adc.read(0))
        // Sample01Firmware.java:53: await(readings.send(Reading.of(percent)))
        throw new NotWovenError("Sample01Firmware.sample");
    }
}
