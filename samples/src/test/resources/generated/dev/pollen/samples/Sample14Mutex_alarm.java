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
 * A slot of the task {@link Sample14Mutex#alarm(Mutex)}, declared at Sample14Mutex.java:43.
 */
@GeneratedByPollen
@AsyncSource(
        method = "alarm(Ldev/pollen/sync/Mutex;)Ldev/pollen/Task;",
        line = 43,
        awaitLines = {
                45,
                47,
                49
        },
        awaits = {
                "await(display.lock())",
                "await(guard.get().bar(1, level))",
                "await(Timer.afterMillis(1_000))"
        }
)
final class Sample14Mutex_alarm extends Task<Void> {
    static final TaskPool<Sample14Mutex_alarm> POOL = new TaskPool<>(new Sample14Mutex_alarm(),
            "dev.pollen.samples.Sample14Mutex.alarm", "Sample14Mutex.alarm", 1);

    Mutex<Display> display;

    @Override
    protected Sample14Mutex_alarm fresh() {
        return new Sample14Mutex_alarm();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample14Mutex.java:45: await(display.lock())
        // Sample14Mutex.java:47: await(guard.get().bar(1, level))
        // Sample14Mutex.java:49: await(Timer.afterMillis(1_000))
        throw new NotWovenError("Sample14Mutex.alarm");
    }
}
