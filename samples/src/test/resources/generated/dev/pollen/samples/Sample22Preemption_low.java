package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.samples.board.Urgency;
import dev.pollen.time.Clock;

/**
 * A slot of the task {@link Sample22Preemption#low(Urgency, Clock)}, declared at Sample22Preemption.java:50.
 */
@GeneratedByPollen
@AsyncSource(
        method = "low(Ldev/pollen/samples/board/Urgency;Ldev/pollen/time/Clock;)Ldev/pollen/Task;",
        line = 50,
        awaitLines = 56,
        awaits = "await(Timer.afterMillis(1_006))"
)
final class Sample22Preemption_low extends Task<Void> {
    static final TaskPool<Sample22Preemption_low> POOL = new TaskPool<>(
            new Sample22Preemption_low(), "dev.pollen.samples.Sample22Preemption.low",
            "Sample22Preemption.low", 1);

    Urgency urgency;

    Clock clock;

    @Override
    protected Sample22Preemption_low fresh() {
        return new Sample22Preemption_low();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample22Preemption.java:56: await(Timer.afterMillis(1_006))
        throw new NotWovenError("Sample22Preemption.low");
    }
}
