// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.sync;

import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * The latest value of something, for any number of tasks that each want to see it. Each {@link #receiver} remembers what
 * it has seen, and waits for what it has not; values in between are passed over.
 *
 * <pre>{@code
 * // in each task that heats a room
 * var receiver = wanted.receiver();
 * print("now " + await(receiver.get()) + " degrees");
 * print("warm: " + await(receiver.changedIf(degrees -> degrees > 20)) + " degrees");
 *
 * // in the thermostat's task: never waits
 * wanted.modify(degrees -> degrees + 1);
 * }</pre>
 *
 * <p>A value that was sent before a receiver was made is new to it; one that the watch was made with is not, but can be
 * read.
 *
 * <p><b>Closing.</b> Nothing more can be sent. Receivers see the last value if they have not, and then fail with {@link
 * ChannelClosedException}.
 *
 * <p><b>Cancel safety.</b> A wait that is cancelled has seen nothing: the value is new to the next wait.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * receiver and its futures are used by one task at a time.
 *
 * <p><b>Allocation.</b> One object for each receiver, when it is made; then nothing, where the futures are awaited
 * directly.
 *
 * <p><b>Errors.</b> {@link ChannelClosedException} at the await, see closing. What is {@code local} throws {@link
 * IllegalStateException} where another executor or thread uses it.
 * Null is a {@link NullPointerException}.
 *
 * @param <T> the type of the value, which is never null
 */
public class Watch<T> implements AutoCloseable {
    final Access access;

    /** Those that have seen the value, in the order of the numbers at which they came. */
    final WaitList<WatchReceiver.Next<T>> line = new WaitList<>();

    private @Nullable T value;
    private boolean present;

    /** The number of the value; 0 for the one that it was made with. */
    private int number;

    private boolean closed;

    private Watch(Access access) {
        this.access = access;
    }

    private Watch(Access access, T initial) {
        this.access = access;
        value = initial;
        present = true;
    }

    /**
     * Names this watch, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Watch<T> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A watch that is safe between threads.
     *
     * @param <T> the type of the value
     * @return a watch without a value
     */
    public static <T> Watch<T> of() {
        return new Watch<>(new SharedAccess("Watch"));
    }

    /**
     * A watch that is safe between threads.
     *
     * @param <T> the type of the value
     * @param initial the value, which is not new to anybody
     * @return a watch with a value
     * @throws NullPointerException if the value is null
     */
    public static <T> Watch<T> of(T initial) {
        return new Watch<>(new SharedAccess("Watch"), notNull(initial));
    }

    /**
     * A watch that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @return a watch without a value; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <T> Watch<T> local() {
        return new Watch<>(new LocalAccess("Watch"));
    }

    /**
     * A watch that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @param initial the value, which is not new to anybody
     * @return a watch with a value; from elsewhere its methods and futures throw {@link IllegalStateException}
     * @throws NullPointerException if the value is null
     */
    public static <T> Watch<T> local(T initial) {
        return new Watch<>(new LocalAccess("Watch"), notNull(initial));
    }

    // form: objects
    private static <T> T notNull(T value) {
        if (value == null) {
            throw new NullPointerException("a watch carries no null; to have no value use clear()");
        }
        return value;
    }

    // form: all
    /**
     * A receiver that has seen nothing that was sent.
     *
     * @return a receiver; make it once, it is an object
     */
    public WatchReceiver<T> receiver() {
        return new WatchReceiver<>(this);
    }

    /**
     * Sets the value and wakes all that wait.
     *
     * @param v the value
     * @return whether it was set; false if the watch {@linkplain #isClosed is closed}
     * @throws NullPointerException if the value is null
     */
    public boolean send(T v) {
        return put(notNull(v));
    }

    private boolean put(T v) {
        int sent;
        access.enter();
        try {
            if (closed) {
                return false;
            }
            sent = set(v);
        } finally {
            access.exit();
        }
        wakeBefore(sent);
        return true;
    }

    /**
     * Sets the value to one that is computed from it, and wakes all that wait; if it is the same ({@code ==}), nothing
     * happens. The change is computed while others may use the watch, and again if one of them sends meanwhile.
     *
     * @param change computes the value from the one before
     * @return whether it was set; false if there was none, if it stayed the same, or if the watch is closed
     * @throws NullPointerException if the value is null
     */
    public boolean modify(Change<T> change) {
        for (; ; ) {
            T before;
            int at;
            access.enter();
            try {
                if (!present || closed) {
                    return false;
                }
                before = value;
                at = number;
            } finally {
                access.exit();
            }
            T after = change.apply(before);
            if (after == before) {
                return false;
            }
            if (putAfter(at, notNull(after))) {
                return true;
            }
        }
    }

    private boolean putAfter(int at, T v) {
        int sent;
        access.enter();
        try {
            if (number != at || !present || closed) {
                return false;
            }
            sent = set(v);
        } finally {
            access.exit();
        }
        wakeBefore(sent);
        return true;
    }

    private int set(T v) {
        value = v;
        present = true;
        return ++number;
    }

    /** Wakes all that came before some value. One at a time: a waiter is not touched after its wake. */
    private void wakeBefore(int sent) {
        while (wakeOneBefore(sent)) {
            continue;
        }
    }

    private boolean wakeOneBefore(int sent) {
        Waker waker;
        access.enter();
        try {
            WatchReceiver.Next<T> first = line.first();
            if (first == null || first.cameAt - sent >= 0) {
                return false;
            }
            line.remove(first);
            waker = first.granted();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }

    /** Forgets the value; whoever wants to read it waits for the next. */
    public void clear() {
        access.enter();
        try {
            value = null; // for the collector
            present = false;
        } finally {
            access.exit();
        }
    }

    // form: objects
    /**
     * The value; for a receiver it stays new.
     *
     * @return null if there is none
     */
    public @Nullable T tryGet() {
        return tryGetOr(null);
    }

    // form: all
    /**
     * The value; for a receiver it stays new.
     *
     * @param otherwise what to return if there is none
     * @return the value, or that
     */
    public T tryGetOr(T otherwise) {
        access.enter();
        try {
            return present ? value : otherwise;
        } finally {
            access.exit();
        }
    }

    /**
     * Whether there is a value.
     *
     * @return false before the first one and after {@link #clear}
     */
    public boolean hasValue() {
        access.enter();
        try {
            return present;
        } finally {
            access.exit();
        }
    }

    /** Says that no more values will come, and wakes all that wait. A second call does nothing. */
    @Override
    public void close() {
        access.enter();
        try {
            closed = true;
        } finally {
            access.exit();
        }
        // Nobody stands in line again, so this ends.
        while (sendFirstAway()) {
            continue;
        }
    }

    private boolean sendFirstAway() {
        Waker waker;
        access.enter();
        try {
            WatchReceiver.Next<T> first = line.removeFirst();
            if (first == null) {
                return false;
            }
            waker = first.sentAway();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }

    /**
     * Whether {@link #close} was called.
     *
     * @return true from the first close on
     */
    public boolean isClosed() {
        access.enter();
        try {
            return closed;
        } finally {
            access.exit();
        }
    }

    /** Whether there is a value other than the one with a number; inside of the access, elsewhere a guess. */
    boolean isNew(int seen) {
        return present && number != seen;
    }

    boolean isPresent() {
        return present;
    }

    boolean isEnded() {
        return closed;
    }

    int number() {
        return number;
    }

    /** The value, if there is one. */
    T value() {
        return value;
    }

    /**
     * Computes a value from the one before, see {@link Watch#modify}.
     *
     * @param <T> the type of the value
     */
    public interface Change<T> {
        /**
         * Computes the value. May be called more than once.
         *
         * @param before the value before
         * @return the value after; the same for no change
         */
        T apply(T before);
    }

    /**
     * Says which values are waited for, see {@link WatchReceiver#getIf}.
     *
     * @param <T> the type of the value
     */
    public interface Condition<T> {
        /**
         * Looks at a value.
         *
         * @param value a value that is new
         * @return whether it is one that was waited for
         */
        boolean test(T value);
    }
}
