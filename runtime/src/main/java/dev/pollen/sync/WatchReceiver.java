// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * One that looks at a {@link Watch} and remembers what it has seen.
 *
 * <pre>{@code
 * try {
 *     for (; ; ) {
 *         print(room + " to " + await(receiver.changed()) + " degrees");
 *         await(Timer.afterMillis(10)); // what is sent meanwhile is seen after it, the latest alone
 *     }
 * } catch (ChannelClosedException end) {
 *     print(room + " off");
 * }
 * }</pre>
 *
 * <p><b>Cancel safety, threading, allocation, errors.</b> See {@link Watch}. A receiver is used by one task at a time.
 *
 * @param <T> the type of the value
 */
public final class WatchReceiver<T> {
    private final Watch<T> watch;

    /** The number of the value that was seen last. */
    private int seen;

    WatchReceiver(Watch<T> watch) {
        this.watch = watch;
    }

    /**
     * Reads the value; waits while there is none. It is seen then.
     *
     * @return a future of the value; it fails with {@link ChannelClosedException} when the watch is closed without one
     */
    @Placed(slot = Next.class, by = "get$in")
    public Future<T> get() {
        return get$in(new Next<>());
    }

    /**
     * {@link #get} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Next<T> get$in(Next<T> slot) {
        slot.place(this, false, null);
        return slot;
    }

    /**
     * Reads a value that was not seen; waits while there is none. It is seen then.
     *
     * @return a future of the value; it fails with {@link ChannelClosedException} when the watch is closed and the last
     *     value was seen
     */
    @Placed(slot = Next.class, by = "changed$in")
    public Future<T> changed() {
        return changed$in(new Next<>());
    }

    /**
     * {@link #changed} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Next<T> changed$in(Next<T> slot) {
        slot.place(this, true, null);
        return slot;
    }

    /**
     * Reads the value when it is one that a condition accepts; waits while it is not. It is seen then; values that are
     * not accepted are not. The condition is asked in the task that waits, once for each value that it gets to see.
     *
     * @param condition says what is waited for
     * @return a future of the value; it fails with {@link ChannelClosedException} when the watch is closed and the last
     *     value is not accepted, and with what the condition throws
     */
    @Placed(slot = Next.class, by = "getIf$in")
    public Future<T> getIf(Watch.Condition<T> condition) {
        return getIf$in(condition, new Next<>());
    }

    /**
     * {@link #getIf} in a slot.
     *
     * @param condition says what is waited for
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Next<T> getIf$in(Watch.Condition<T> condition, Next<T> slot) {
        slot.place(this, false, condition);
        return slot;
    }

    /**
     * Reads a value that was not seen and that a condition accepts, see {@link #getIf}.
     *
     * @param condition says what is waited for
     * @return a future of the value; it fails as that of {@link #getIf} does
     */
    @Placed(slot = Next.class, by = "changedIf$in")
    public Future<T> changedIf(Watch.Condition<T> condition) {
        return changedIf$in(condition, new Next<>());
    }

    /**
     * {@link #changedIf} in a slot.
     *
     * @param condition says what is waited for
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Next<T> changedIf$in(Watch.Condition<T> condition, Next<T> slot) {
        slot.place(this, true, condition);
        return slot;
    }

    // form: objects
    /**
     * Reads the value if there is one. It is seen then.
     *
     * @return null if there is none
     */
    public @Nullable T tryGet() {
        return tryGetOr(null);
    }

    /**
     * Reads the value if there is one that was not seen. It is seen then.
     *
     * @return null if there is none
     */
    public @Nullable T tryChanged() {
        return tryChangedOr(null);
    }

    /**
     * Reads the value if there is one that a condition accepts. It is seen then; one that is not accepted is not.
     *
     * @param condition says what is wanted; asked once, while others may use the watch
     * @return null if there is none
     */
    public @Nullable T tryGetIf(Watch.Condition<T> condition) {
        return tryGetIfOr(condition, null);
    }

    /**
     * Reads the value if there is one that was not seen and that a condition accepts, see {@link #tryGetIf}.
     *
     * @param condition says what is wanted; asked once, while others may use the watch
     * @return null if there is none
     */
    public @Nullable T tryChangedIf(Watch.Condition<T> condition) {
        return tryChangedIfOr(condition, null);
    }

    // form: all
    /**
     * Reads the value if there is one. It is seen then.
     *
     * @param otherwise what to return if there is none
     * @return the value, or that
     */
    public T tryGetOr(T otherwise) {
        watch.access.enter();
        try {
            return watch.isPresent() ? look() : otherwise;
        } finally {
            watch.access.exit();
        }
    }

    /**
     * Reads the value if there is one that was not seen. It is seen then.
     *
     * @param otherwise what to return if there is none
     * @return the value, or that
     */
    public T tryChangedOr(T otherwise) {
        watch.access.enter();
        try {
            return watch.isNew(seen) ? look() : otherwise;
        } finally {
            watch.access.exit();
        }
    }

    /**
     * Reads the value if there is one that a condition accepts. It is seen then; one that is not accepted is not.
     *
     * @param condition says what is wanted; asked once, while others may use the watch
     * @param otherwise what to return if there is none
     * @return the value, or that
     */
    public T tryGetIfOr(Watch.Condition<T> condition, T otherwise) {
        return lookIf(false, condition, otherwise);
    }

    /**
     * Reads the value if there is one that was not seen and that a condition accepts, see {@link #tryGetIfOr}.
     *
     * @param condition says what is wanted; asked once, while others may use the watch
     * @param otherwise what to return if there is none
     * @return the value, or that
     */
    public T tryChangedIfOr(Watch.Condition<T> condition, T otherwise) {
        return lookIf(true, condition, otherwise);
    }

    private T lookIf(boolean onlyNew, Watch.Condition<T> condition, T otherwise) {
        T value;
        int number;
        watch.access.enter();
        try {
            if (onlyNew ? !watch.isNew(seen) : !watch.isPresent()) {
                return otherwise;
            }
            value = watch.value();
            number = watch.number();
        } finally {
            watch.access.exit();
        }
        if (!condition.test(value)) {
            return otherwise;
        }
        seen = number;
        return value;
    }

    /**
     * Whether there is a value that was not seen.
     *
     * @return whether {@link #changed} would be ready
     */
    public boolean hasChanged() {
        watch.access.enter();
        try {
            return watch.isNew(seen);
        } finally {
            watch.access.exit();
        }
    }

    private T look() {
        seen = watch.number();
        return watch.value();
    }

    /**
     * The future of the methods of {@link WatchReceiver} that wait, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Next<T> extends Waiter implements Future<T> {
        private @Nullable WatchReceiver<T> receiver;
        private Watch.@Nullable Condition<T> condition;
        private @Nullable T value;

        /** The number of the value when it began to wait; that of the value when it has one. */
        int cameAt;

        /** Only a value that the receiver has not seen. */
        private boolean onlyNew;

        /** The condition does not accept the value with a number. */
        private boolean refused;

        private int refusedNumber;

        /** An empty slot. */
        public Next() {}

        private void place(WatchReceiver<T> by, boolean ifNew, Watch.@Nullable Condition<T> accepts) {
            placed();
            receiver = by;
            condition = accepts;
            onlyNew = ifNew;
            refused = false;
            value = null; // for the collector
        }

        @Override
        public Poll poll(Context cx) {
            WatchReceiver<T> by = receiver;
            Watch.Condition<T> accepts = condition;
            for (; ; ) {
                Poll poll = super.poll(cx);
                if (poll == Poll.PENDING) {
                    return poll;
                }
                if (accepts == null || isAccepted(accepts)) {
                    by.seen = cameAt;
                    return poll;
                }
                place(by, onlyNew, accepts);
                refused = true;
                refusedNumber = cameAt;
            }
        }

        private boolean isAccepted(Watch.Condition<T> accepts) {
            boolean failed = true;
            try {
                boolean accepted = accepts.test(value);
                failed = false;
                return accepted;
            } finally {
                if (failed) {
                    end(FAILED);
                }
            }
        }

        @Override
        public T get() {
            checkDone();
            return notTaken(value);
        }

        // form: objects
        @Override
        public T take() {
            T received = get();
            value = null;
            return received;
        }

        // form: all
        @Override
        @Nullable
        Access access() {
            WatchReceiver<T> by = receiver;
            return by == null ? null : by.watch.access;
        }

        @Override
        boolean seemsThere() {
            Watch<T> of = receiver.watch;
            return (onlyNew ? of.isNew(receiver.seen) : of.isPresent()) && !(refused && of.number() == refusedNumber);
        }

        @Override
        byte claim() {
            if (seemsThere()) {
                return GRANTED;
            }
            return receiver.watch.isEnded() ? FAILED : PLACED;
        }

        @Override
        void enqueue() {
            cameAt = receiver.watch.number();
            receiver.watch.line.add(this);
        }

        @Override
        void dequeue() {
            receiver.watch.line.remove(this);
        }

        /** Sees the latest value; waits again if it was cleared meanwhile. */
        @Override
        @Nullable
        Waker complete() {
            Watch<T> of = receiver.watch;
            if (!seemsThere()) {
                end(of.isEnded() ? FAILED : PLACED);
                return null;
            }
            end(DONE);
            value = of.value();
            cameAt = of.number();
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            return null;
        }

        @Override
        void letGo() {
            receiver = null;
            condition = null;
        }

        @Override
        RuntimeException failure() {
            return ChannelClosedException.INSTANCE;
        }

        @Override
        String name() {
            return "WatchReceiver.changed()";
        }

        @Override
        @Nullable
        String wanted() {
            WatchReceiver<T> by = receiver;
            return by == null
                    ? null
                    : by.watch.access.titled().concat(by.watch.isPresent() ? " unchanged" : " without a value");
        }
    }
}
