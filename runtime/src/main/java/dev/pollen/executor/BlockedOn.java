// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Unwinding;
import org.jspecify.annotations.Nullable;

/** The task that {@code blockOn} runs: it awaits one future and has its result. */
final class BlockedOn<T extends @Nullable Object> extends TaskHeader {
    private static final int AWAITING = 1;

    private final Future<T> future;
    private @Nullable T value;
    private int state;

    BlockedOn(Future<T> future) {
        this.future = future;
        record = new TaskRecord(this, null, "blockOn", 0);
        record.stage = TaskRecord.CLAIMED;
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
        return "blockOn of ".concat(future.getClass().getName());
    }

    @Override
    protected @Nullable Object result() {
        return value;
    }
}
