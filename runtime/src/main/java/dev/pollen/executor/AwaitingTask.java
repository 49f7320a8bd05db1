// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import org.jspecify.annotations.Nullable;

/**
 * A task that awaits one future and has its result: what {@code blockOn} runs, and {@code Task.of} makes. It is on the heap
 * and comes from no pool.
 *
 * @param <T> the type of the result
 */
public final class AwaitingTask<T extends @Nullable Object> extends Task<T> {
    private static final int AWAITING = 1;

    private final Future<T> future;
    private @Nullable T value;
    private int state;
    private final String name;

    /** The list of {@link LiveTasks}. */
    @Nullable
    AwaitingTask<?> earlier;

    @Nullable
    AwaitingTask<?> later;

    /**
     * A task that is ready to be spawned, once.
     *
     * @param future what it awaits
     * @param name its name in messages
     */
    public AwaitingTask(Future<T> future, String name) {
        this.future = future;
        this.name = name;
        TaskHeader header = this;
        header.record = new TaskRecord(this, null, 0);
        header.record.stage = TaskRecord.CLAIMED;
    }

    String name() {
        return name;
    }

    boolean isRunning() {
        return state >= START;
    }

    @Override
    public Poll poll(Context cx) {
        try {
            if (state != START && state != AWAITING) {
                throw Unwinding.unwind(this);
            }
            state = AWAITING;
            if (future.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            value = future.take();
            state = DONE;
            return Poll.READY;
        } catch (Throwable thrown) {
            throw Unwinding.fail(this, thrown);
        }
    }

    @Override
    public void clear() {
        value = null;
    }

    @Override
    public int state() {
        return state;
    }

    @Override
    public void state(int next) {
        state = next;
    }

    @Override
    public @Nullable Future<?> child(int of) {
        return of == AWAITING ? future : null;
    }

    @Override
    public String at(int of) {
        return name.concat(" of ").concat(future.getClass().getName());
    }

    @Override
    protected @Nullable Object result() {
        T taken = value;
        value = null;
        return taken;
    }
}
