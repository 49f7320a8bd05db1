// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import dev.pollen.executor.TaskHeader;
import dev.pollen.executor.TaskPool;

/** A slot of a pool: a task that awaits one future and then gives a number, written as woven code is. */
public final class Slot extends Task<Integer> {
    private static final int AWAITING = 1;

    private Future<?> awaited;
    private int number;
    private int state;

    private Slot() {}

    /** A pool of such tasks. */
    public static TaskPool<Slot> pool(int size) {
        return new TaskPool<>(new Slot(), "interleavings.slot", "slot", size);
    }

    /** A call of the task's method; null where no slot is free. */
    public static Slot claim(TaskPool<Slot> pool, Future<?> awaited, int number) {
        Slot slot = pool.claim();
        if (slot != null) {
            slot.awaited = awaited;
            slot.number = number;
        }
        return slot;
    }

    @Override
    protected TaskHeader fresh() {
        return new Slot();
    }

    @Override
    public Poll poll(Context cx) {
        try {
            if (state != START && state != AWAITING) {
                throw Unwinding.unwind(this);
            }
            state = AWAITING;
            if (awaited.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            state = DONE;
            return Poll.READY;
        } catch (Throwable thrown) {
            throw Unwinding.fail(this, thrown);
        }
    }

    @Override
    protected Object result() {
        return number;
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
    public Future<?> child(int of) {
        return awaited;
    }

    @Override
    public void clear() {
        awaited = null;
    }

    @Override
    public String at(int of) {
        return "slot";
    }
}
