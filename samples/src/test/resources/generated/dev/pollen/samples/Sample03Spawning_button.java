package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Input;

/**
 * A slot of the task {@link Sample03Spawning#button(Input)}, declared at Sample03Spawning.java:63.
 */
@GeneratedByPollen
@AsyncSource(
        method = "button(Ldev/pollen/hal/Input;)Ldev/pollen/Task;",
        line = 63,
        awaitLines = 65,
        awaits = "await(button.waitForRisingEdge())"
)
final class Sample03Spawning_button extends Task<Void> {
    static final TaskPool<Sample03Spawning_button> POOL = new TaskPool<>(
            new Sample03Spawning_button(), "dev.pollen.samples.Sample03Spawning.button",
            "Sample03Spawning.button", 1);

    Input button;

    @Override
    protected Sample03Spawning_button fresh() {
        return new Sample03Spawning_button();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample03Spawning.java:65: await(button.waitForRisingEdge())
        throw new NotWovenError("Sample03Spawning.button");
    }
}
