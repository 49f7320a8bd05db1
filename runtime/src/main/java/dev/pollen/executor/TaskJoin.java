// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Poll;
import dev.pollen.Task;
import org.jspecify.annotations.Nullable;

/**
 * The object that a {@link JoinHandle} of an object result is made of; a frame that awaits {@code submit} keeps one.
 *
 * @param <T> the type of the result
 */
public final class TaskJoin<T extends @Nullable Object> extends Join implements JoinHandle<T> {
    private @Nullable T value;

    /** A slot, to be started by {@link Spawner#submit$in(Task, TaskJoin)}. */
    public TaskJoin() {}

    @Override
    @SuppressWarnings("unchecked") // a Task<T> has a result of type T
    void keep(TaskHeader task) {
        if (task instanceof Task.OfInt) {
            value = (T) Integer.valueOf(task.intResult());
        } else if (task instanceof Task.OfLong) {
            value = (T) Long.valueOf(task.longResult());
        } else if (task instanceof Task.OfDouble) {
            value = (T) Double.valueOf(task.doubleResult());
        } else if (task instanceof Task.OfBoolean) {
            value = (T) Boolean.valueOf(task.booleanResult());
        } else {
            value = (T) task.result();
        }
    }

    @Override
    void forget() {
        value = null;
    }

    @Override
    public Poll poll(Context cx) {
        return pollRun(cx);
    }

    @Override
    public T get() {
        checkResult();
        return value;
    }

    @Override
    public T take() {
        T taken = get();
        value = null;
        return taken;
    }

    @Override
    public void cancel() {
        stopWaiting();
    }

    @Override
    public void abort() {
        requestAbort();
    }

    @Override
    public boolean isFinished() {
        return hasEnded();
    }

    /** The object that a {@link JoinHandle.OfInt} is made of. */
    public static final class OfInt extends Join implements JoinHandle.OfInt {
        private int value;

        /** A slot, to be started by {@link Spawner#submit$in(Task.OfInt, TaskJoin.OfInt)}. */
        public OfInt() {}

        @Override
        void keep(TaskHeader task) {
            value = task.intResult();
        }

        @Override
        public Poll poll(Context cx) {
            return pollRun(cx);
        }

        @Override
        public int getAsInt() {
            checkResult();
            return value;
        }

        @Override
        public void cancel() {
            stopWaiting();
        }

        @Override
        public void abort() {
            requestAbort();
        }

        @Override
        public boolean isFinished() {
            return hasEnded();
        }
    }

    /** The object that a {@link JoinHandle.OfLong} is made of. */
    public static final class OfLong extends Join implements JoinHandle.OfLong {
        private long value;

        /** A slot, to be started by {@link Spawner#submit$in(Task.OfLong, TaskJoin.OfLong)}. */
        public OfLong() {}

        @Override
        void keep(TaskHeader task) {
            value = task.longResult();
        }

        @Override
        public Poll poll(Context cx) {
            return pollRun(cx);
        }

        @Override
        public long getAsLong() {
            checkResult();
            return value;
        }

        @Override
        public void cancel() {
            stopWaiting();
        }

        @Override
        public void abort() {
            requestAbort();
        }

        @Override
        public boolean isFinished() {
            return hasEnded();
        }
    }

    /** The object that a {@link JoinHandle.OfDouble} is made of. */
    public static final class OfDouble extends Join implements JoinHandle.OfDouble {
        private double value;

        /** A slot, to be started by {@link Spawner#submit$in(Task.OfDouble, TaskJoin.OfDouble)}. */
        public OfDouble() {}

        @Override
        void keep(TaskHeader task) {
            value = task.doubleResult();
        }

        @Override
        public Poll poll(Context cx) {
            return pollRun(cx);
        }

        @Override
        public double getAsDouble() {
            checkResult();
            return value;
        }

        @Override
        public void cancel() {
            stopWaiting();
        }

        @Override
        public void abort() {
            requestAbort();
        }

        @Override
        public boolean isFinished() {
            return hasEnded();
        }
    }

    /** The object that a {@link JoinHandle.OfBoolean} is made of. */
    public static final class OfBoolean extends Join implements JoinHandle.OfBoolean {
        private boolean value;

        /** A slot, to be started by {@link Spawner#submit$in(Task.OfBoolean, TaskJoin.OfBoolean)}. */
        public OfBoolean() {}

        @Override
        void keep(TaskHeader task) {
            value = task.booleanResult();
        }

        @Override
        public Poll poll(Context cx) {
            return pollRun(cx);
        }

        @Override
        public boolean getAsBoolean() {
            checkResult();
            return value;
        }

        @Override
        public void cancel() {
            stopWaiting();
        }

        @Override
        public void abort() {
            requestAbort();
        }

        @Override
        public boolean isFinished() {
            return hasEnded();
        }
    }
}
