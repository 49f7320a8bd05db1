package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.TaskPool;
import dev.pollen.samples.board.Display;
import dev.pollen.sync.Mutex;

/**
 * A slot of the task {@link Sample14Mutex#status(Mutex)}, declared at Sample14Mutex.java:31.
 */
@GeneratedByPollen
@AsyncSource(
        method = "status(Ldev/pollen/sync/Mutex;)Ldev/pollen/Task;",
        line = 31,
        awaitLines = {
                33,
                36,
                38
        },
        awaits = {
                "await(display.lock())",
                "await(guard.get().bar(0, second))",
                "await(Timer.afterMillis(1_000))"
        }
)
final class Sample14Mutex_status extends Task<Void> {
    static final TaskPool<Sample14Mutex_status> POOL = new TaskPool<>(new Sample14Mutex_status(),
            "dev.pollen.samples.Sample14Mutex.status", "Sample14Mutex.status", 1);

    Mutex<Display> display;

    @Override
    protected Sample14Mutex_status fresh() {
        return new Sample14Mutex_status();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample14Mutex.java:33: await(display.lock())
        // Sample14Mutex.java:36: await(guard.get().bar(0, second))
        // Sample14Mutex.java:38: await(Timer.afterMillis(1_000))
        throw new NotWovenError("Sample14Mutex.status");
    }
}
