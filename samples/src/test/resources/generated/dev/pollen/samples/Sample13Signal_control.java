package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.sync.Signal;

/**
 * A slot of the task {@link Sample13Signal#control(Signal)}, declared at Sample13Signal.java:39.
 */
@GeneratedByPollen
@AsyncSource(
        method = "control(Ldev/pollen/sync/Signal;)Ldev/pollen/Task;",
        line = 39,
        awaitLines = {
                41,
                46
        },
        awaits = {
                "await(signal.take())",
                "await(Timer.afterMillis(1_500))"
        }
)
final class Sample13Signal_control extends Task<Void> {
    static final TaskPool<Sample13Signal_control> POOL = new TaskPool<>(
            new Sample13Signal_control(), "dev.pollen.samples.Sample13Signal.control",
            "Sample13Signal.control", 1);

    Signal<Sample13Signal.OperatingMode> signal;

    @Override
    protected Sample13Signal_control fresh() {
        return new Sample13Signal_control();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample13Signal.java:41: await(signal.take())
        // Sample13Signal.java:46: await(Timer.afterMillis(1_500))
        throw new NotWovenError("Sample13Signal.control");
    }
}
