// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import dev.pollen.WaitDescription;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that end with the block that started them.
 *
 * <pre>{@code
 * try (TaskScope scope = TaskScope.open()) {
 *     scope.spawn(blink());
 *     print("measured " + await(sensor.read()));
 * } // what still runs is cancelled here, to its end
 * }</pre>
 *
 * <p>Where one of the tasks throws and no handle takes the exception, the others are cancelled, and the exception leaves
 * from {@link #join}; without a join the executor's handler is told when the scope is closed. When the task that opened
 * the scope is cancelled, its {@code try} closes the scope.
 *
 * <p><b>Cancel safety.</b> A {@link #join} that is cancelled waits no more, and its tasks run on; leaving the block
 * cancels them.
 *
 * <p><b>Threading.</b> Belongs to the task that opened it, and its tasks run on the same executor.
 *
 * <p><b>Allocation.</b> The scope itself; nothing for each task.
 *
 * <p><b>Errors.</b> What the first task to fail throws leaves from {@link #join}; {@link SpawnException} where the
 * scope is closed or has failed.
 */
public final class TaskScope implements AutoCloseable {
    private final Executor executor;
    private final TaskHeader opener;
    private int running;
    private boolean closed;
    private @Nullable Throwable failure;
    private @Nullable Waker waiter;

    private @Nullable TaskRecord oldest;
    private @Nullable TaskRecord newest;

    private TaskScope(Executor executor, TaskHeader opener) {
        this.executor = executor;
        this.opener = opener;
    }

    /**
     * Opens a scope for the running task.
     *
     * @return a scope without tasks, to be closed by {@code try}
     * @throws IllegalStateException outside of a task
     */
    public static TaskScope open() {
        Executor here = Executor.current();
        TaskHeader running = here == null ? null : here.polled();
        if (running == null) {
            throw new IllegalStateException(
                    "TaskScope.open() was called outside of a task: its tasks would end with nobody. Call it in an"
                            + " @AsyncTask or @Async method");
        }
        return new TaskScope(here, running);
    }

    /**
     * Starts a task that ends with this scope.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @throws SpawnException as {@link Spawner#spawn} does, or if the scope is closed or has failed
     */
    public void spawn(Task<?> t) {
        executor.spawner().spawn(adopt(t));
    }

    /**
     * Makes a task that is about to be spawned one of this scope, for a spawner's other methods: {@code
     * spawner.submit(scope.adopt(add(a, b)))}.
     *
     * @param <K> the kind of task
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return the task
     */
    public <K extends Task<?>> K adopt(K t) {
        TaskRecord record = t.record();
        if (record != null && record.stage == TaskRecord.CLAIMED) {
            record.scope = this;
        }
        return t;
    }

    /**
     * How many of its tasks have not ended.
     *
     * @return the number of tasks that were spawned and run
     */
    public int size() {
        return running;
    }

    /**
     * Waits until all tasks of the scope have ended; those that are spawned meanwhile included. One wait at a time.
     *
     * <p><b>Cancel safety.</b> A cancelled wait leaves the tasks as they are.
     *
     * @return a future that is ready then, or throws what the first task to fail has thrown
     */
    @Placed(slot = Joined.class, by = "join$in")
    public Future<Void> join() {
        return join$in(new Joined());
    }

    /**
     * {@link #join} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Joined join$in(Joined slot) {
        slot.start(this);
        return slot;
    }

    /**
     * Cancels the tasks of the scope, oldest first, each to its end.
     *
     * @throws IllegalStateException if one of them calls it
     */
    public void cancel() {
        TaskRecord self = inside(executor.polled());
        if (self != null) {
            throw new IllegalStateException("task "
                    .concat(self.name())
                    .concat(" cannot cancel the scope that it belongs to: let it return or throw instead"));
        }
        executor.cancelTasksOf(this);
    }

    /**
     * Cancels the tasks that still run, each to its end, and refuses new ones. A failure that no {@link #join} has thrown
     * goes to the executor's handler.
     *
     * @throws IllegalStateException if one of its own tasks calls it while they run
     */
    @Override
    public void close() {
        closed = true;
        if (running > 0) {
            cancel();
        }
        Throwable untold = failure;
        if (untold != null) {
            failure = null;
            Executor.reportUncaught(untold);
        }
    }

    /** The task of this scope that a running task is, or is inside of; null if it is none. */
    private @Nullable TaskRecord inside(@Nullable TaskHeader task) {
        TaskHeader at = task;
        while (at != null) {
            TaskScope scope = at.record.scope;
            if (scope == this) {
                return at.record;
            }
            at = scope == null ? null : scope.opener;
        }
        return null;
    }

    /** Why no task of this scope can be spawned there; null if it can. */
    @Nullable
    String refusal(RunQueue queue) {
        if (closed) {
            return "its scope is closed: spawn it before the end of the try, or outside of the scope";
        }
        if (failure != null) {
            return "another task of its scope has failed: await scope.join(), which throws what it threw";
        }
        return executor.runsHere(queue)
                ? null
                : "its scope belongs to a task of executor "
                        .concat(executor.toString())
                        .concat(": spawn it there, on its thread");
    }

    void begun(TaskRecord record) {
        running++;
        TaskRecord before = newest;
        record.earlier = before;
        if (before == null) {
            oldest = record;
        } else {
            before.later = record;
        }
        newest = record;
    }

    /** One of its tasks is about to end. */
    void remove(TaskRecord record) {
        TaskRecord before = record.earlier;
        TaskRecord after = record.later;
        if (before == null) {
            oldest = after;
        } else {
            before.later = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.earlier = before;
        }
        record.earlier = null;
        record.later = null;
    }

    /** The oldest of its tasks that have not ended. */
    @Nullable
    TaskRecord oldest() {
        return oldest;
    }

    /** Whether the scope takes what one of its tasks has thrown. */
    boolean take(Throwable thrown) {
        if (failure != null || closed) {
            return false;
        }
        failure = thrown;
        return true;
    }

    /** One of its tasks has ended. */
    void ended() {
        running--;
        if (running == 0) {
            Waker woken = waiter;
            waiter = null;
            if (woken != null) {
                woken.wake();
            }
        } else if (failure != null && !closed && inside(executor.polled()) == null) {
            executor.cancelTasksOf(this);
        }
    }

    /** The future of {@link TaskScope#join}, and its slot. */
    public static final class Joined implements Future<Void>, Describable {
        private static final byte EMPTY = 0;
        private static final byte PLACED = 1;
        private static final byte OVER = 2;
        private static final byte CANCELLED = 3;

        private byte phase;
        private @Nullable TaskScope scope;

        /** A slot, to be started by {@link TaskScope#join$in}. */
        public Joined() {}

        private void start(TaskScope joined) {
            scope = joined;
            phase = PLACED;
        }

        @Override
        public void describeWait(WaitDescription to) {
            TaskScope joined = scope;
            if (joined != null) {
                to.reason(Integer.toString(joined.running).concat(" tasks of its scope"));
            }
        }

        @Override
        public Poll poll(Context cx) {
            TaskScope joined = scope;
            if (phase != PLACED) {
                throw new IllegalStateException("TaskScope.join() was polled "
                        .concat(
                                switch (phase) {
                                    case EMPTY -> "before it was placed in its slot";
                                    case OVER -> "after completion; it ends once, call the method again";
                                    default -> "after cancel; call the method again";
                                }));
            }
            if (joined.running > 0) {
                joined.waiter = cx.waker();
                return Poll.PENDING;
            }
            if (!cx.spend()) {
                cx.waker().wake();
                return Poll.PENDING;
            }
            phase = OVER;
            scope = null;
            Throwable thrown = joined.failure;
            if (thrown != null) {
                joined.failure = null;
                throw Unwinding.rethrow(thrown);
            }
            return Poll.READY;
        }

        @Override
        public @Nullable Void get() {
            if (phase != OVER) {
                throw new IllegalStateException("TaskScope.join() was read before its poll returned READY");
            }
            return null;
        }

        @Override
        public void cancel() {
            if (phase == PLACED) {
                phase = CANCELLED;
                scope.waiter = null;
                scope = null;
            }
        }
    }
}
