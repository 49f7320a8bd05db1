// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static dev.pollen.futures.Futures.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** The seven events of an executor, in their order. */
final class TraceTest {
    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private final Executor executor = Executor.builder()
            .clock(clock)
            .name("main")
            .trace(new Words())
            .timing(true)
            .build();

    private final class Words implements Trace {
        @Override
        public void pollStart(Executor polling) {
            events.say(polling + " round");
        }

        @Override
        public void taskNew(Executor polling, TaskRecord task) {
            events.say(task.name() + " new");
        }

        @Override
        public void taskEnd(Executor polling, TaskRecord task) {
            events.say(task.name() + " end");
        }

        @Override
        public void taskExecBegin(Executor polling, TaskRecord task) {
            events.say(task.name() + " begin");
        }

        @Override
        public void taskExecEnd(Executor polling, TaskRecord task) {
            events.say(task.name() + " stop");
        }

        @Override
        public void taskReadyBegin(Executor polling, TaskRecord task) {
            events.say(task.name() + " ready");
        }

        @Override
        public void executorIdle(Executor polling) {
            events.say(polling + " idle");
        }
    }

    // Embassy: trace order: task_new, ready_begin, poll_start, exec_begin, exec_end, executor_idle; task_end before the
    // last exec_end. Here a spawn from outside is seen when the round takes it over.
    // Tokio: task_hooks: on_task_spawn, on_task_terminate, before_poll, after_poll
    @Test
    void theEventsOfATaskComeInEmbassysOrder() {
        executor.run(spawner -> spawner.spawn(TestTask.of("a", n -> n == 0 ? yieldNow() : null)));
        events.expect(
                "a new",
                "a ready",
                "main round",
                "a begin",
                "a ready",
                "a stop",
                "main round",
                "a begin",
                "a end",
                "a stop");
    }

    @Test
    void anIdleExecutorSaysSoAndAWakeFromElsewhereIsSeenInTheRound() {
        HandPolled gate = new HandPolled();
        executor.spawner().spawn(TestTask.of("a", n -> n == 0 ? gate : null));
        executor.poll();
        events.expect("main round", "a new", "a ready", "a begin", "a stop", "main idle");
        Threads.elsewhere(gate::open);
        events.expect();
        executor.poll();
        events.expect("main round", "a ready", "a begin", "a end", "a stop", "main idle");
    }

    @Test
    void anAbortIsTraced() {
        JoinHandle<Object> handle = executor.spawner().submit(TestTask.of("a", n -> new HandPolled()));
        executor.poll();
        events.forget();
        handle.abort();
        executor.poll();
        events.expect("main round", "a ready", "a begin", "a end", "a stop", "main idle");
    }

    @Test
    void timingMeasuresEachPoll() {
        TaskPool<TestTask> pool = TestTask.pool("a", 1);
        executor.spawner().spawn(TestTask.claim(pool, n -> {
            clock.advance(n == 0 ? 30 : 12);
            return n == 0 ? yieldNow() : null;
        }));
        executor.runUntilStalled();
        assertEquals(42, pool.record(0).busyNanos());
        assertEquals(30, pool.record(0).longestPollNanos());
    }
}
