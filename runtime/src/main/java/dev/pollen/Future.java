// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * A value that will be there later, found by polling. Calling a method that returns one runs nothing: work starts at
 * the first poll, which {@code await} makes.
 *
 * <pre>{@code
 * static final class NextRound implements Future<Void> { // what yieldNow() is
 *     private boolean asked;
 *
 *     @Override
 *     public Poll poll(Context cx) {
 *         if (asked) {
 *             return Poll.READY;
 *         }
 *         asked = true;
 *         cx.waker().wake();
 *         return Poll.PENDING;
 *     }
 *
 *     @Override
 *     public Void get() {
 *         return null;
 *     }
 *
 *     @Override
 *     public void cancel() {} // nobody has been told to wake it later
 * }
 * }</pre>
 *
 * <p>The contract, for whoever writes a future by hand:
 *
 * <ol>
 *   <li>{@link #poll} returns READY once; then {@link #get} gives the value. An exception of the operation leaves from
 *       {@code poll}. Polling again after READY, an exception or {@link #cancel} is an {@link IllegalStateException}
 *       that names the future.
 *   <li>Every poll that returns PENDING calls {@link Context#waker}, also where a waker is registered already, and hands
 *       it to whatever will wake it.
 *   <li>Wakes may be spurious and may come from any thread, before, during and after a poll.
 *   <li>{@link #cancel} takes the future out of every list that it is in; what it had been granted goes to the next
 *       waiter. It is legal in every state and does nothing after completion.
 *   <li>A future is used by one task at a time.
 * </ol>
 *
 * @param <T> the type of the value
 */
public interface Future<T extends @Nullable Object> {
    /**
     * Asks whether the value is there, and arranges a wake where it is not.
     *
     * @param cx the waker of the asking task, and its budget
     * @return READY once; PENDING before
     * @throws IllegalStateException if the future has ended before: it was polled once too often
     */
    Poll poll(Context cx);

    /**
     * The value, after {@code poll} has returned READY.
     *
     * @return the value
     * @throws IllegalStateException if the future is not complete
     */
    T get();

    /**
     * The value, which the future then lets go; {@code await} compiles to it.
     *
     * @return the value
     * @throws IllegalStateException if the future is not complete
     */
    default T take() {
        return get();
    }

    /**
     * Stops the operation. Does nothing after completion.
     *
     * <p>Called on the thread of the task that uses the future. When it returns nothing touches the future any more.
     */
    void cancel();

    /**
     * A value that is there already. In an async method {@code return Future.ready(v)} stores it in the frame and
     * allocates nothing; elsewhere it is a small object.
     *
     * @param <T> the type of the value
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    static <T extends @Nullable Object> Future<T> ready(T v) {
        return new ReadyFuture<>(v);
    }

    /**
     * An {@code int} that is there already, see {@link #ready(Object)}.
     *
     * @param v the value
     * @return a future that is ready at its first poll
     */
    static OfInt ready(int v) {
        return new ReadyFuture.OfInt(v);
    }

    /**
     * A {@code long} that is there already, see {@link #ready(Object)}.
     *
     * @param v the value
     * @return a future that is ready at its first poll
     */
    static OfLong ready(long v) {
        return new ReadyFuture.OfLong(v);
    }

    /**
     * A {@code double} that is there already, see {@link #ready(Object)}.
     *
     * @param v the value
     * @return a future that is ready at its first poll
     */
    static OfDouble ready(double v) {
        return new ReadyFuture.OfDouble(v);
    }

    /**
     * A {@code boolean} that is there already, see {@link #ready(Object)}.
     *
     * @param v the value
     * @return a future that is ready at its first poll
     */
    static OfBoolean ready(boolean v) {
        return new ReadyFuture.OfBoolean(v);
    }

    /**
     * A {@code char} that is there already, see {@link #ready(Object)}.
     *
     * @param v the value; it is boxed
     * @return a future that is ready at its first poll
     */
    static Future<Character> ready(char v) {
        return new ReadyFuture<>(v);
    }

    /**
     * A {@code byte} that is there already, see {@link #ready(Object)}.
     *
     * @param v the value; it is boxed
     * @return a future that is ready at its first poll
     */
    static Future<Byte> ready(byte v) {
        return new ReadyFuture<>(v);
    }

    /**
     * A {@code short} that is there already, see {@link #ready(Object)}.
     *
     * @param v the value; it is boxed
     * @return a future that is ready at its first poll
     */
    static Future<Short> ready(short v) {
        return new ReadyFuture<>(v);
    }

    /**
     * A {@code float} that is there already, see {@link #ready(Object)}.
     *
     * @param v the value; it is boxed
     * @return a future that is ready at its first poll
     */
    static Future<Float> ready(float v) {
        return new ReadyFuture<>(v);
    }

    /**
     * An object that is there already, see {@link #ready(Object)}. Never an overload of a primitive: {@code
     * Future.<Number>of(1)} is a future of a {@code Number}.
     *
     * @param <T> the type of the value
     * @param v the value
     * @return a future that is ready at its first poll
     */
    static <T extends @Nullable Object> Future<T> of(T v) {
        return new ReadyFuture<>(v);
    }

    /**
     * The end of an async method without a value, see {@link #ready(Object)}.
     *
     * @return a future that is ready at its first poll and gives null
     */
    static Future<Void> done() {
        return new ReadyFuture<>(null);
    }

    /** A future of an {@code int}, which {@code await} gives without a box. */
    interface OfInt extends Future<Integer> {
        /**
         * The value, after {@code poll} has returned READY.
         *
         * @return the value
         * @throws IllegalStateException if the future is not complete
         */
        int getAsInt();

        @Override
        default Integer get() {
            return getAsInt();
        }
    }

    /** A future of a {@code long}, which {@code await} gives without a box. */
    interface OfLong extends Future<Long> {
        /**
         * The value, after {@code poll} has returned READY.
         *
         * @return the value
         * @throws IllegalStateException if the future is not complete
         */
        long getAsLong();

        @Override
        default Long get() {
            return getAsLong();
        }
    }

    /** A future of a {@code double}, which {@code await} gives without a box. */
    interface OfDouble extends Future<Double> {
        /**
         * The value, after {@code poll} has returned READY.
         *
         * @return the value
         * @throws IllegalStateException if the future is not complete
         */
        double getAsDouble();

        @Override
        default Double get() {
            return getAsDouble();
        }
    }

    /** A future of a {@code boolean}, which {@code await} gives without a box. */
    interface OfBoolean extends Future<Boolean> {
        /**
         * The value, after {@code poll} has returned READY.
         *
         * @return the value
         * @throws IllegalStateException if the future is not complete
         */
        boolean getAsBoolean();

        @Override
        default Boolean get() {
            return getAsBoolean();
        }
    }
}
