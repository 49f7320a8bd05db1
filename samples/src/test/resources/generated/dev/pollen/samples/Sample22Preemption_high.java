package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample22Preemption#high()}, declared at Sample22Preemption.java:31.
 */
@GeneratedByPollen
@AsyncSource(
        method = "high()Ldev/pollen/Task;",
        line = 31,
        awaitLines = 34,
        awaits = "await(Timer.afterMillis(835))"
)
final class Sample22Preemption_high extends Task<Void> {
    static final TaskPool<Sample22Preemption_high> POOL = new TaskPool<>(
            new Sample22Preemption_high(), "dev.pollen.samples.Sample22Preemption.high",
            "Sample22Preemption.high", 1);

    @Override
    protected Sample22Preemption_high fresh() {
        return new Sample22Preemption_high();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample22Preemption.java:34: await(Timer.afterMillis(835))
        throw new NotWovenError("Sample22Preemption.high");
    }
}
