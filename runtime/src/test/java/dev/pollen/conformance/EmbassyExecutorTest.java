// SPDX-License-Identifier: Apache-2.0
package dev.pollen.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPool;
import dev.pollen.testing.Events;
import dev.pollen.testing.TestTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The traces of Embassy's executor tests ({@code embassy-executor/tests/test.rs}), in their words and under their names. */
final class EmbassyExecutorTest {
    private final Events trace = new Events();
    private final Executor executor =
            Executor.builder().pender(() -> trace.say("pend")).build();
    private Waker kept;

    @AfterEach
    void close() {
        executor.close();
    }

    /** Says "poll" in each poll, and wakes its own task in the first ones. */
    private final class Polled implements Future<Void> {
        private int selfWakes;
        private final int wakesEach;
        private final boolean ends;

        Polled(int selfWakes, int wakesEach, boolean ends) {
            this.selfWakes = selfWakes;
            this.wakesEach = wakesEach;
            this.ends = ends;
        }

        @Override
        public Poll poll(Context cx) {
            trace.say("poll");
            kept = cx.waker();
            if (selfWakes > 0) {
                selfWakes--;
                for (int i = 0; i < wakesEach; i++) {
                    kept.wake();
                }
            }
            return ends && cx.spend() ? Poll.READY : Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    private void spawn(TaskPool<TestTask> pool, Executor on, Polled future) {
        on.spawner().spawn(TestTask.claim(pool, n -> n == 0 ? future : null));
    }

    @Test
    void executor_noop() {
        executor.poll();
        trace.expect();
    }

    @Test
    void executor_task() {
        spawn(TestTask.pool("task", 1), executor, new Polled(0, 0, true));
        executor.poll();
        executor.poll();
        trace.expect("pend", "poll");
    }

    @Test
    void executor_task_self_wake() {
        spawn(TestTask.pool("task", 1), executor, new Polled(9, 1, false));
        executor.poll();
        executor.poll();
        trace.expect("pend", "poll", "pend", "poll", "pend");
    }

    @Test
    void executor_task_self_wake_twice() {
        spawn(TestTask.pool("task", 1), executor, new Polled(9, 2, false));
        executor.poll();
        executor.poll();
        trace.expect("pend", "poll", "pend", "poll", "pend");
    }

    /** Changed: a wake after the end finds no owner, so it does not pend either (DESIGN 8), nor delay a respawn. */
    @Test
    void waking_after_completion_does_not_poll() {
        TaskPool<TestTask> pool = TestTask.pool("task", 1);
        spawn(pool, executor, new Polled(0, 0, true));
        executor.poll();
        kept.wake();
        executor.poll();
        kept.wake();
        kept.wake();
        executor.poll();
        spawn(pool, executor, new Polled(0, 0, true));
        executor.poll();
        trace.expect("pend", "poll", "pend", "poll");
    }

    @Test
    void waking_with_old_waker_after_respawn() {
        TaskPool<TestTask> pool = TestTask.pool("task", 1);
        spawn(pool, executor, new Polled(0, 0, true));
        executor.poll();
        Waker old = kept;
        trace.expect("pend", "poll");
        try (Executor other =
                Executor.builder().pender(() -> trace.say("other pends")).build()) {
            spawn(pool, other, new Polled(0, 0, false));
            other.poll();
            trace.expect("other pends", "poll");
            old.wake();
            executor.poll();
            trace.expect("other pends");
            other.poll();
            trace.expect("poll");
        }
    }

    // Embassy: self_spawn
    @Test
    void recursive_task() {
        TaskPool<TestTask> pool = TestTask.pool("task", 2);
        TestTask.Body[] body = new TestTask.Body[1];
        int[] runs = new int[1];
        body[0] = n -> {
            if (++runs[0] < 5) {
                executor.spawner().spawn(TestTask.claim(pool, body[0]));
            }
            return null;
        };
        executor.spawner().spawn(TestTask.claim(pool, body[0]));
        executor.runUntilStalled();
        assertEquals(5, runs[0]);
        trace.forget();
    }

    // Embassy defect D8: a stale wake on a finished task makes spawn fail until the executor has polled once.
    @Test
    void a_stale_wake_does_not_delay_a_respawn() {
        TaskPool<TestTask> pool = TestTask.pool("task", 1);
        spawn(pool, executor, new Polled(0, 0, true));
        executor.poll();
        kept.wake();
        assertTrue(executor.spawner().trySpawn(TestTask.claim(pool, n -> null)));
        trace.forget();
    }
}
