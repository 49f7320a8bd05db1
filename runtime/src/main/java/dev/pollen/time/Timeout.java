// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Gives a future a limited time. The value wins a tie: the future is polled first, and only where it is still pending
 * does the time count. When the time is over the future is cancelled, to its end, and {@link TimeoutException} leaves
 * from the await; what the clean-up throws leaves instead.
 *
 * <pre>{@code
 * try {
 *     print("measured " + await(Timeout.after(sensor.read(), 50)));
 * } catch (TimeoutException e) {
 *     print("no answer for 50 ms");
 * }
 * print("or -1: " + await(Timeout.orElse(sensor.read(), 50, -1)));
 * }</pre>
 *
 * <p>The time counts from the call of {@code after} where an executor runs on the thread, else from the first poll.
 *
 * <p><b>Cancel safety.</b> That of the future.
 *
 * <p><b>Threading.</b> Belongs to the executor that polls it first.
 *
 * <p><b>Allocation.</b> None where it is awaited directly.
 *
 * <p><b>Errors.</b> Those of the future, {@link TimeoutException}, {@link IllegalArgumentException} for a negative
 * time.
 */
public class Timeout {
    private Timeout() {}

    /**
     * Limits the time of a future.
     *
     * @param <T> the type of the value
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfObject.class, by = "after$in")
    public static <T extends @Nullable Object> Future<T> after(Future<T> f, long millis) throws TimeoutException {
        return after$in(f, millis, new OfObject<>());
    }

    /**
     * {@link #after(Future, long)} in a slot.
     *
     * @param <T> the type of the value
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> OfObject<T> after$in(Future<T> f, long millis, OfObject<T> slot) {
        slot.start(f, millis);
        return slot;
    }

    /**
     * Limits the time of a future of an {@code int}, see {@link #after(Future, long)}.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfInt.class, by = "after$in")
    public static Future.OfInt after(Future.OfInt f, long millis) throws TimeoutException {
        return after$in(f, millis, new OfInt());
    }

    /**
     * {@link #after(Future.OfInt, long)} in a slot.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfInt after$in(Future.OfInt f, long millis, OfInt slot) {
        slot.start(f, millis);
        return slot;
    }

    /**
     * Limits the time of a future of a {@code long}, see {@link #after(Future, long)}.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfLong.class, by = "after$in")
    public static Future.OfLong after(Future.OfLong f, long millis) throws TimeoutException {
        return after$in(f, millis, new OfLong());
    }

    /**
     * {@link #after(Future.OfLong, long)} in a slot.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfLong after$in(Future.OfLong f, long millis, OfLong slot) {
        slot.start(f, millis);
        return slot;
    }

    /**
     * Limits the time of a future of a {@code double}, see {@link #after(Future, long)}.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfDouble.class, by = "after$in")
    public static Future.OfDouble after(Future.OfDouble f, long millis) throws TimeoutException {
        return after$in(f, millis, new OfDouble());
    }

    /**
     * {@link #after(Future.OfDouble, long)} in a slot.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfDouble after$in(Future.OfDouble f, long millis, OfDouble slot) {
        slot.start(f, millis);
        return slot;
    }

    /**
     * Limits the time of a future of a {@code boolean}, see {@link #after(Future, long)}.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfBoolean.class, by = "after$in")
    public static Future.OfBoolean after(Future.OfBoolean f, long millis) throws TimeoutException {
        return after$in(f, millis, new OfBoolean());
    }

    /**
     * {@link #after(Future.OfBoolean, long)} in a slot.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfBoolean after$in(Future.OfBoolean f, long millis, OfBoolean slot) {
        slot.start(f, millis);
        return slot;
    }

    /**
     * Gives a future time until an instant.
     *
     * @param <T> the type of the value
     * @param f the future
     * @param instantNanos when its time is over, in nanoseconds of the executor's clock
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfObject.class, by = "at$in")
    public static <T extends @Nullable Object> Future<T> at(Future<T> f, long instantNanos) throws TimeoutException {
        return at$in(f, instantNanos, new OfObject<>());
    }

    /**
     * {@link #at(Future, long)} in a slot.
     *
     * @param <T> the type of the value
     * @param f the future
     * @param instantNanos when its time is over
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> OfObject<T> at$in(Future<T> f, long instantNanos, OfObject<T> slot) {
        slot.startUntil(f, instantNanos);
        return slot;
    }

    /**
     * Gives a future limited time, and another value when it is over.
     *
     * @param <T> the type of the value
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @return a future of the one or the other
     */
    @Placed(slot = OfObject.class, by = "orElse$in")
    public static <T extends @Nullable Object> Future<T> orElse(Future<T> f, long millis, T fallback) {
        return orElse$in(f, millis, fallback, new OfObject<>());
    }

    /**
     * {@link #orElse(Future, long, Object)} in a slot.
     *
     * @param <T> the type of the value
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> OfObject<T> orElse$in(
            Future<T> f, long millis, T fallback, OfObject<T> slot) {
        slot.start(f, millis);
        slot.value = fallback;
        slot.orElse();
        return slot;
    }

    /**
     * Gives a future of an {@code int} time until an instant, see {@link #at(Future, long)}.
     *
     * @param f the future
     * @param instantNanos when its time is over, in nanoseconds of the executor's clock
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfInt.class, by = "at$in")
    public static Future.OfInt at(Future.OfInt f, long instantNanos) throws TimeoutException {
        return at$in(f, instantNanos, new OfInt());
    }

    /**
     * {@link #at(Future.OfInt, long)} in a slot.
     *
     * @param f the future
     * @param instantNanos when its time is over
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfInt at$in(Future.OfInt f, long instantNanos, OfInt slot) {
        slot.startUntil(f, instantNanos);
        return slot;
    }

    /**
     * Gives a future of an {@code int} limited time, and another value when it is over, see {@link #orElse(Future, long, Object)}.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @return a future of the one or the other
     */
    @Placed(slot = OfInt.class, by = "orElse$in")
    public static Future.OfInt orElse(Future.OfInt f, long millis, int fallback) {
        return orElse$in(f, millis, fallback, new OfInt());
    }

    /**
     * {@link #orElse(Future.OfInt, long, int)} in a slot.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfInt orElse$in(Future.OfInt f, long millis, int fallback, OfInt slot) {
        slot.start(f, millis);
        slot.value = fallback;
        slot.orElse();
        return slot;
    }

    /**
     * Gives a future of a {@code long} time until an instant, see {@link #at(Future, long)}.
     *
     * @param f the future
     * @param instantNanos when its time is over, in nanoseconds of the executor's clock
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfLong.class, by = "at$in")
    public static Future.OfLong at(Future.OfLong f, long instantNanos) throws TimeoutException {
        return at$in(f, instantNanos, new OfLong());
    }

    /**
     * {@link #at(Future.OfLong, long)} in a slot.
     *
     * @param f the future
     * @param instantNanos when its time is over
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfLong at$in(Future.OfLong f, long instantNanos, OfLong slot) {
        slot.startUntil(f, instantNanos);
        return slot;
    }

    /**
     * Gives a future of a {@code long} limited time, and another value when it is over, see {@link #orElse(Future, long, Object)}.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @return a future of the one or the other
     */
    @Placed(slot = OfLong.class, by = "orElse$in")
    public static Future.OfLong orElse(Future.OfLong f, long millis, long fallback) {
        return orElse$in(f, millis, fallback, new OfLong());
    }

    /**
     * {@link #orElse(Future.OfLong, long, long)} in a slot.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfLong orElse$in(Future.OfLong f, long millis, long fallback, OfLong slot) {
        slot.start(f, millis);
        slot.value = fallback;
        slot.orElse();
        return slot;
    }

    /**
     * Gives a future of a {@code double} time until an instant, see {@link #at(Future, long)}.
     *
     * @param f the future
     * @param instantNanos when its time is over, in nanoseconds of the executor's clock
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfDouble.class, by = "at$in")
    public static Future.OfDouble at(Future.OfDouble f, long instantNanos) throws TimeoutException {
        return at$in(f, instantNanos, new OfDouble());
    }

    /**
     * {@link #at(Future.OfDouble, long)} in a slot.
     *
     * @param f the future
     * @param instantNanos when its time is over
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfDouble at$in(Future.OfDouble f, long instantNanos, OfDouble slot) {
        slot.startUntil(f, instantNanos);
        return slot;
    }

    /**
     * Gives a future of a {@code double} limited time, and another value when it is over, see {@link #orElse(Future, long, Object)}.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @return a future of the one or the other
     */
    @Placed(slot = OfDouble.class, by = "orElse$in")
    public static Future.OfDouble orElse(Future.OfDouble f, long millis, double fallback) {
        return orElse$in(f, millis, fallback, new OfDouble());
    }

    /**
     * {@link #orElse(Future.OfDouble, long, double)} in a slot.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfDouble orElse$in(Future.OfDouble f, long millis, double fallback, OfDouble slot) {
        slot.start(f, millis);
        slot.value = fallback;
        slot.orElse();
        return slot;
    }

    /**
     * Gives a future of a {@code boolean} time until an instant, see {@link #at(Future, long)}.
     *
     * @param f the future
     * @param instantNanos when its time is over, in nanoseconds of the executor's clock
     * @return a future of the same value
     * @throws TimeoutException never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = OfBoolean.class, by = "at$in")
    public static Future.OfBoolean at(Future.OfBoolean f, long instantNanos) throws TimeoutException {
        return at$in(f, instantNanos, new OfBoolean());
    }

    /**
     * {@link #at(Future.OfBoolean, long)} in a slot.
     *
     * @param f the future
     * @param instantNanos when its time is over
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfBoolean at$in(Future.OfBoolean f, long instantNanos, OfBoolean slot) {
        slot.startUntil(f, instantNanos);
        return slot;
    }

    /**
     * Gives a future of a {@code boolean} limited time, and another value when it is over, see {@link #orElse(Future, long, Object)}.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @return a future of the one or the other
     */
    @Placed(slot = OfBoolean.class, by = "orElse$in")
    public static Future.OfBoolean orElse(Future.OfBoolean f, long millis, boolean fallback) {
        return orElse$in(f, millis, fallback, new OfBoolean());
    }

    /**
     * {@link #orElse(Future.OfBoolean, long, boolean)} in a slot.
     *
     * @param f the future
     * @param millis how long it may take, in milliseconds
     * @param fallback the value when it has taken longer
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static OfBoolean orElse$in(Future.OfBoolean f, long millis, boolean fallback, OfBoolean slot) {
        slot.start(f, millis);
        slot.value = fallback;
        slot.orElse();
        return slot;
    }

    /**
     * A limited future of an object, see {@link Timeout#after(Future, long)}.
     *
     * @param <T> the type of the value
     */
    public static final class OfObject<T extends @Nullable Object> extends TimeLimit<Future<T>> implements Future<T> {
        private @Nullable T value;

        /** A slot, to be started by {@code Timeout.after$in(Future, long, OfObject)}. */
        public OfObject() {}

        @Override
        public Poll poll(Context cx) {
            return pollWithin(cx);
        }

        @Override
        void keep(Future<T> ready) {
            value = ready.take();
        }

        @Override
        void forget() {
            value = null;
        }

        @Override
        public T get() {
            checkOver(NAME);
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
            abandon();
        }
    }

    /** A limited future of an {@code int}, see {@link Timeout#after(Future.OfInt, long)}. */
    public static final class OfInt extends TimeLimit<Future.OfInt> implements Future.OfInt {
        private int value;

        /** A slot, to be started by {@code Timeout.after$in(Future.OfInt, long, OfInt)}. */
        public OfInt() {}

        @Override
        public Poll poll(Context cx) {
            return pollWithin(cx);
        }

        @Override
        void keep(Future.OfInt ready) {
            value = ready.getAsInt();
        }

        @Override
        public int getAsInt() {
            checkOver(NAME);
            return value;
        }

        @Override
        public void cancel() {
            abandon();
        }
    }

    /** A limited future of a {@code long}, see {@link Timeout#after(Future.OfLong, long)}. */
    public static final class OfLong extends TimeLimit<Future.OfLong> implements Future.OfLong {
        private long value;

        /** A slot, to be started by {@code Timeout.after$in(Future.OfLong, long, OfLong)}. */
        public OfLong() {}

        @Override
        public Poll poll(Context cx) {
            return pollWithin(cx);
        }

        @Override
        void keep(Future.OfLong ready) {
            value = ready.getAsLong();
        }

        @Override
        public long getAsLong() {
            checkOver(NAME);
            return value;
        }

        @Override
        public void cancel() {
            abandon();
        }
    }

    /** A limited future of a {@code double}, see {@link Timeout#after(Future.OfDouble, long)}. */
    public static final class OfDouble extends TimeLimit<Future.OfDouble> implements Future.OfDouble {
        private double value;

        /** A slot, to be started by {@code Timeout.after$in(Future.OfDouble, long, OfDouble)}. */
        public OfDouble() {}

        @Override
        public Poll poll(Context cx) {
            return pollWithin(cx);
        }

        @Override
        void keep(Future.OfDouble ready) {
            value = ready.getAsDouble();
        }

        @Override
        public double getAsDouble() {
            checkOver(NAME);
            return value;
        }

        @Override
        public void cancel() {
            abandon();
        }
    }

    /** A limited future of a {@code boolean}, see {@link Timeout#after(Future.OfBoolean, long)}. */
    public static final class OfBoolean extends TimeLimit<Future.OfBoolean> implements Future.OfBoolean {
        private boolean value;

        /** A slot, to be started by {@code Timeout.after$in(Future.OfBoolean, long, OfBoolean)}. */
        public OfBoolean() {}

        @Override
        public Poll poll(Context cx) {
            return pollWithin(cx);
        }

        @Override
        void keep(Future.OfBoolean ready) {
            value = ready.getAsBoolean();
        }

        @Override
        public boolean getAsBoolean() {
            checkOver(NAME);
            return value;
        }

        @Override
        public void cancel() {
            abandon();
        }
    }
}
