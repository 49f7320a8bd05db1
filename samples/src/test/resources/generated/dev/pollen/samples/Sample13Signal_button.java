package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Input;
import dev.pollen.sync.Signal;

/**
 * A slot of the task {@link Sample13Signal#button(Input, Signal)}, declared at Sample13Signal.java:51.
 */
@GeneratedByPollen
@AsyncSource(
        method = "button(Ldev/pollen/hal/Input;Ldev/pollen/sync/Signal;)Ldev/pollen/Task;",
        line = 51,
        awaitLines = 54,
        awaits = "await(button.waitForRisingEdge())"
)
final class Sample13Signal_button extends Task<Void> {
    static final TaskPool<Sample13Signal_button> POOL = new TaskPool<>(new Sample13Signal_button(),
            "dev.pollen.samples.Sample13Signal.button", "Sample13Signal.button", 1);

    Input button;

    Signal<Sample13Signal.OperatingMode> signal;

    @Override
    protected Sample13Signal_button fresh() {
        return new Sample13Signal_button();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample13Signal.java:54: await(button.waitForRisingEdge())
        throw new NotWovenError("Sample13Signal.button");
    }
}
