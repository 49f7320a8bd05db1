package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.SpiDevice;
import dev.pollen.simboard.BoardSpec;

/**
 * A slot of the task {@link Sample21Boards#identify(SpiDevice, BoardSpec)}, declared at Sample21Boards.java:45.
 */
@GeneratedByPollen
@AsyncSource(
        method = "identify(Ldev/pollen/hal/SpiDevice;Ldev/pollen/simboard/BoardSpec;)Ldev/pollen/Task;",
        line = 45,
        awaitLines = 47,
        awaits = "await(flash.writeRead(new byte[] {(byte) 0x9F}, id))"
)
final class Sample21Boards_identify extends Task<Void> {
    static final TaskPool<Sample21Boards_identify> POOL = new TaskPool<>(
            new Sample21Boards_identify(), "dev.pollen.samples.Sample21Boards.identify",
            "Sample21Boards.identify", 4);

    SpiDevice flash;

    BoardSpec spec;

    @Override
    protected Sample21Boards_identify fresh() {
        return new Sample21Boards_identify();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample21Boards.java:47: await(flash.writeRead(new byte[] {(byte) 0x9F}, id))
        throw new NotWovenError("Sample21Boards.identify");
    }
}
