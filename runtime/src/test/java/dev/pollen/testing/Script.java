// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import dev.pollen.executor.TaskPool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A task that awaits one future after the other: what the weaver would make of a straight line of awaits. */
public final class Script extends Task<Void> {
    private final String name;
    private final List<Step<?>> steps = new ArrayList<>();
    private int state;
    private Future<?> child;
    private int polls;

    private record Step<T>(Supplier<Future<T>> future, Consumer<? super T> then) {
        void take(Future<?> complete) {
            @SuppressWarnings("unchecked") // the step's own future
            T value = (T) complete.take();
            then.accept(value);
        }
    }

    public Script(String name) {
        this.name = name;
    }

    /** Adds an await, and what is done with its value. */
    public <T> Script await(Supplier<Future<T>> future, Consumer<? super T> then) {
        steps.add(new Step<>(future, then));
        return this;
    }

    /** Claims the task for a spawn. */
    public Task<Void> claim() {
        return new TaskPool<>(this, "test." + name, name, 1).claim();
    }

    /** How often the task was polled. */
    public int polls() {
        return polls;
    }

    @Override
    public Poll poll(Context cx) {
        polls++;
        try {
            if (state < START || (state & CANCELLING) != 0) {
                throw Unwinding.unwind(this);
            }
            for (int step = Math.max(state - 1, 0); step < steps.size(); step++) {
                if (child == null) {
                    child = steps.get(step).future().get();
                }
                state = step + 1;
                if (child.poll(cx) == Poll.PENDING) {
                    return Poll.PENDING;
                }
                steps.get(step).take(child);
                child = null;
            }
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
    public Future<?> child(int of) {
        return child;
    }

    @Override
    public void clear() {
        child = null;
    }

    @Override
    public String at(int of) {
        return name + " await " + of;
    }
}
