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
 * A slot of the task {@link Sample22Preemption#med(Urgency, Clock)}, declared at Sample22Preemption.java:39.
 */
@GeneratedByPollen
@AsyncSource(
        method = "med(Ldev/pollen/samples/board/Urgency;Ldev/pollen/time/Clock;)Ldev/pollen/Task;",
        line = 39,
        awaitLines = 45,
        awaits = "await(Timer.afterMillis(715))"
)
final class Sample22Preemption_med extends Task<Void> {
    static final TaskPool<Sample22Preemption_med> POOL = new TaskPool<>(
            new Sample22Preemption_med(), "dev.pollen.samples.Sample22Preemption.med",
            "Sample22Preemption.med", 1);

    Urgency urgency;

    Clock clock;

    @Override
    protected Sample22Preemption_med fresh() {
        return new Sample22Preemption_med();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample22Preemption.java:45: await(Timer.afterMillis(715))
        throw new NotWovenError("Sample22Preemption.med");
    }
}
