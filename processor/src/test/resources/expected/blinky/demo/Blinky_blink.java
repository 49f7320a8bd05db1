package demo;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.hal.Output;

/**
 * A slot of the task {@link Blinky#blink(Output)}, declared at Blinky.java:19.
 */
@GeneratedByPollen
@AsyncSource(
        method = "blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;",
        line = 19,
        awaitLines = 22,
        awaits = "await(Timer.afterMillis(500))"
)
final class Blinky_blink extends Task<Void> {
    static final TaskPool<Blinky_blink> POOL = new TaskPool<>(new Blinky_blink(),
            "demo.Blinky.blink", "Blinky.blink", 4);

    Output led;

    @Override
    protected Blinky_blink fresh() {
        return new Blinky_blink();
    }

    @Override
    public Poll poll(Context cx) {
        // Blinky.java:22: await(Timer.afterMillis(500))
        throw new NotWovenError("Blinky.blink");
    }
}
