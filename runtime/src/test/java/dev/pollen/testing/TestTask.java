// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import dev.pollen.executor.TaskHeader;
import dev.pollen.executor.TaskPool;

/** A slot of a pool whose body is given for each run: it names the futures to await, one after the other. */
public final class TestTask extends Task<Object> {
    private final String name;
    private Body body;
    private int state;
    private Future<?> child;
    private Object result;

    /** What a task does. */
    public interface Body {
        /** The future to await next; null to end. {@code n} counts from 0. */
        Future<?> next(int n);

        /** What the n-th future gave. */
        default void took(int n, Object value) {}

        /** The task ends by an exception or a cancellation. */
        default void unwinding(Throwable thrown) {}

        /** What the task ends with. */
        default Object result() {
            return null;
        }
    }

    private TestTask(String name) {
        this.name = name;
    }

    /** A pool of such tasks. */
    public static TaskPool<TestTask> pool(String name, int size) {
        return new TaskPool<>(new TestTask(name), "test." + name, name, size);
    }

    /** A task with a pool of its own. */
    public static TestTask of(String name, Body body) {
        return claim(pool(name, 1), body);
    }

    /** A task in a slot of a pool; the pool's token if there is none. */
    @SuppressWarnings("unchecked") // as generated code does
    public static Task<Object> call(TaskPool<TestTask> pool, Body body) {
        TestTask slot = claim(pool, body);
        return slot == null ? (Task<Object>) pool.exhausted() : slot;
    }

    /** A task in a slot of a pool; null if there is none. */
    public static TestTask claim(TaskPool<TestTask> pool, Body body) {
        TestTask slot = pool.claim();
        if (slot != null) {
            slot.body = body;
        }
        return slot;
    }

    @Override
    protected TaskHeader fresh() {
        return new TestTask(name);
    }

    @Override
    public Poll poll(Context cx) {
        try {
            if (state < START || (state & CANCELLING) != 0) {
                throw Unwinding.unwind(this);
            }
            for (; ; ) {
                if (child == null) {
                    child = body.next(state);
                    if (child == null) {
                        break;
                    }
                    state++;
                }
                if (child.poll(cx) == Poll.PENDING) {
                    return Poll.PENDING;
                }
                Object value = child.take();
                child = null;
                body.took(state - 1, value);
            }
            result = body.result();
            body = null;
            state = DONE;
            return Poll.READY;
        } catch (Throwable thrown) {
            body.unwinding(thrown);
            throw Unwinding.fail(this, thrown);
        }
    }

    @Override
    protected Object result() {
        Object taken = result;
        result = null;
        return taken;
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
        body = null;
    }

    /** Whether the slot still holds the body, a child or a result. */
    public boolean holdsReferences() {
        return child != null || body != null || result != null;
    }

    @Override
    public String at(int of) {
        return of == START ? "demo." + name : "demo." + name + "(Demo.java:" + of + ")";
    }
}
