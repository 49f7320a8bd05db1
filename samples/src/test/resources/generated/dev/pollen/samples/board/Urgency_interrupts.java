package dev.pollen.samples.board;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Urgency#interrupts(Urgency)}, declared at Urgency.java:104.
 */
@GeneratedByPollen
@AsyncSource(
        method = "interrupts(Ldev/pollen/samples/board/Urgency;)Ldev/pollen/Task;",
        line = 104,
        awaitLines = 108,
        awaits = "await(Timer.at(urgency.nextDeadline()))"
)
final class Urgency_interrupts extends Task<Void> {
    static final TaskPool<Urgency_interrupts> POOL = new TaskPool<>(new Urgency_interrupts(),
            "dev.pollen.samples.board.Urgency.interrupts", "Urgency.interrupts", 1);

    Urgency urgency;

    @Override
    protected Urgency_interrupts fresh() {
        return new Urgency_interrupts();
    }

    @Override
    public Poll poll(Context cx) {
        // Urgency.java:108: await(Timer.at(urgency.nextDeadline()))
        throw new NotWovenError("Urgency.interrupts");
    }
}
