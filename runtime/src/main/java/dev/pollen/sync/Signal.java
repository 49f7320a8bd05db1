// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * The latest value of something, for a task that has no use for older ones. One place for one value: signalling again
 * before it was taken replaces it, so a signal never waits, and the last one is never lost.
 *
 * <pre>{@code
 * // in the task that steers: where the joystick is now, not where it was
 * print("rudder " + await(position.take()));
 * await(Timer.afterMillis(20)); // until the rudder is there
 *
 * // in the joystick's task, or its interrupt: never waits
 * position.signal(10 * i);
 * }</pre>
 *
 * <p>Takers wait in the order of their first polls. A value is for one of them; one that has been woken for it and has
 * not taken it yet gets the replacement too.
 *
 * <p><b>Cancel safety.</b> A take that is cancelled has taken nothing: the value goes to the next in line, or stays.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly. {@link #take} makes one object
 * where it is not.
 *
 * <p><b>Errors.</b> What is {@code local} throws {@link IllegalStateException} where another executor or thread uses it.
 * Null is a {@link NullPointerException}.
 *
 * @param <T> the type of the value, which is never null
 */
public class Signal<T> {
    private final Access access;
    private final WaitList<Take<T>> takers = new WaitList<>();
    private @Nullable T value;
    private boolean present;

    /** Whom the value belongs to; if nobody, then no taker waits or there is no value. */
    private @Nullable Take<T> granted;

    private Signal(Access access) {
        this.access = access;
    }

    /**
     * Names this signal, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Signal<T> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A signal that is safe between threads.
     *
     * @param <T> the type of the value
     * @return a signal without a value
     */
    public static <T> Signal<T> of() {
        return new Signal<>(new SharedAccess("Signal"));
    }

    /**
     * A signal that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @return a signal without a value; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <T> Signal<T> local() {
        return new Signal<>(new LocalAccess("Signal"));
    }

    /**
     * Sets the value, replacing one that was not taken, and wakes the first in line.
     *
     * @param v the value
     * @throws NullPointerException if the value is null
     */
    public void signal(T v) {
        set(notNull(v));
    }

    private void set(T v) {
        Waker taker = null;
        access.enter();
        try {
            value = v;
            present = true;
            if (granted == null) {
                taker = grantNext();
            }
        } finally {
            access.exit();
        }
        Waiter.wake(taker);
    }

    // form: objects
    private static <T> T notNull(T value) {
        if (value == null) {
            throw new NullPointerException("a signal carries no null; for an event without a value use Notification");
        }
        return value;
    }

    // form: all
    /**
     * Takes the value; waits while there is none.
     *
     * @return a future of the value
     */
    @Placed(slot = Take.class, by = "take$in")
    public Future<T> take() {
        return take$in(new Take<>());
    }

    /**
     * {@link #take} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Take<T> take$in(Take<T> slot) {
        slot.place(this);
        return slot;
    }

    // form: objects
    /**
     * Takes the value if there is one. Never overtakes a taker that waits.
     *
     * @return null if there is none
     */
    public @Nullable T tryTake() {
        return tryTakeOr(null);
    }

    // form: all
    /**
     * Takes the value if there is one. Never overtakes a taker that waits.
     *
     * @param otherwise what to return if there is none
     * @return the value, or that
     */
    public T tryTakeOr(T otherwise) {
        access.enter();
        try {
            return isThere() ? removed() : otherwise;
        } finally {
            access.exit();
        }
    }

    /** Drops the value if there is one that no taker was woken for. */
    public void reset() {
        access.enter();
        try {
            if (isThere()) {
                removed();
            }
        } finally {
            access.exit();
        }
    }

    /**
     * Whether there is a value that was not taken; a guess where others use the signal at the same time.
     *
     * @return whether {@link #take} would take it at once
     */
    public boolean isSignalled() {
        access.enter();
        try {
            return isThere();
        } finally {
            access.exit();
        }
    }

    /** Whether there is a value that belongs to nobody. */
    private boolean isThere() {
        return present && granted == null;
    }

    private T removed() {
        T taken = value;
        value = null; // for the collector
        present = false;
        return taken;
    }

    /** Makes the value that of the first in line. */
    private @Nullable Waker grantNext() {
        granted = takers.removeFirst();
        return granted == null ? null : granted.granted();
    }

    /**
     * The future of {@link Signal#take}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Take<T> extends Waiter implements Future<T> {
        private @Nullable Signal<T> signal;
        private @Nullable T value;

        /** An empty slot. */
        public Take() {}

        private void place(Signal<T> from) {
            placed();
            signal = from;
            value = null; // for the collector
        }

        @Override
        @Nullable
        Access access() {
            Signal<T> from = signal;
            return from == null ? null : from.access;
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
        String name() {
            return "Signal.take()";
        }

        @Override
        @Nullable
        String wanted() {
            Signal<T> of = signal;
            return of == null ? null : of.access.titled().concat(" without a value");
        }

        @Override
        boolean seemsThere() {
            return signal.isThere();
        }

        @Override
        byte claim() {
            if (!seemsThere()) {
                return PLACED;
            }
            signal.granted = this;
            return GRANTED;
        }

        @Override
        void enqueue() {
            signal.takers.add(this);
        }

        @Override
        void dequeue() {
            signal.takers.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            value = signal.removed();
            signal.granted = null;
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            return signal.grantNext();
        }

        @Override
        void letGo() {
            signal = null;
        }
    }
}
