// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import dev.pollen.executor.SpawnException;
import dev.pollen.executor.TaskHeader;
import dev.pollen.executor.TaskPool;
import org.jspecify.annotations.Nullable;

/** The task that {@link TestExecutor#blockOn} runs: it awaits one future and has its result. */
final class AwaitedFuture extends Task<@Nullable Object> {
    private static final int AWAITING = 1;
    private static final int SLOTS = 8;
    private static final String NAME = "blockOn";
    private static final TaskPool<AwaitedFuture> POOL =
            new TaskPool<>(new AwaitedFuture(), AwaitedFuture.class.getName(), NAME, SLOTS);

    private @Nullable Future<?> future;
    private @Nullable Object value;
    private int state;

    private AwaitedFuture() {}

    static AwaitedFuture of(Future<?> future) {
        AwaitedFuture slot = POOL.claim();
        if (slot == null) {
            throw new SpawnException("more than " + SLOTS + " calls of blockOn are under way in one test");
        }
        slot.future = future;
        return slot;
    }

    @Override
    protected TaskHeader fresh() {
        return new AwaitedFuture();
    }

    @Override
    public Poll poll(Context cx) {
        try {
            if (state != START && state != AWAITING) {
                throw Unwinding.unwind(this);
            }
            state = AWAITING;
            Future<?> awaited = future;
            if (awaited.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            value = awaited.take();
            future = null;
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
    public void clear() {
        future = null;
    }

    @Override
    public String at(int of) {
        Future<?> awaited = future;
        return awaited == null ? NAME : NAME + " of " + awaited.getClass().getName();
    }

    @Override
    protected @Nullable Object result() {
        Object taken = value;
        value = null;
        return taken;
    }
}
