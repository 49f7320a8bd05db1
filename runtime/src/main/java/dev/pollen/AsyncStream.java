// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * Values that come one after the other, each when it is there: what an async generator gives, and what is consumed by
 * awaiting {@link #next}.
 *
 * <pre>{@code
 * @Async
 * static AsyncStream<Reading> readings(Adc adc) {        // a generator
 *     for (Ticker ticker = Ticker.everyMillis(100); ; ) {
 *         await(ticker.next());
 *         emit(adc.read());
 *     }
 * }
 *
 * var readings = readings(adc);                           // in an async method; nothing of the generator has run yet
 * while (await(readings.next())) {
 *     log(readings.current());
 * }
 * }</pre>
 *
 * <p>Calling a generator runs nothing. Its body runs from one {@code emit} to the next while a {@code next()} is awaited,
 * and rests in between. An exception of the body leaves from the await of {@code next()}.
 *
 * <p>Cancel safety: cancelling the future of {@code next()}, as a lost {@code select} does, stops only the waiting. The
 * generator is as it was, no value is lost, and a later {@code next()} goes on. {@link #cancel} ends the generator.
 * Threading: a stream belongs to one task. Allocation: none for each value; the stream itself is built in the frame of the
 * async method that keeps it in a local variable, and is cancelled when that frame ends.
 *
 * <p>A stream that was stored, passed on or returned is on the heap, and ends when it is consumed to its end or cancelled
 * by whoever holds it.
 *
 * @param <T> the type of the values
 */
public interface AsyncStream<T extends @Nullable Object> {
    /**
     * Waits for the next value, or for the end. The value before is let go.
     *
     * <p>Before it is ready another call gives the same future. After the end it is ready and false each time.
     *
     * @return a future that is ready with true when {@link #current} has a value, and with false at the end; it is a part
     *     of the stream, good until the next call
     * @throws IllegalStateException if the stream was cancelled, or if an exception has left from it; also from the
     *     generator's own body
     */
    Future.OfBoolean next();

    /**
     * The value that the last {@link #next} has found; the same each time until {@code next()} is called again.
     *
     * @return the value
     * @throws IllegalStateException if there is none: before the first {@code next()} and while one waits, after the end,
     *     after an exception or {@code cancel}
     */
    T current();

    /**
     * Ends the generator: {@link CancelledError} is thrown at the await or the {@code emit} where its body rests, so that
     * its {@code finally} blocks run. A value emitted meanwhile is dropped. A body that has not started never starts. Does
     * nothing after the end.
     *
     * @throws RuntimeException what the clean-up throws, whatever its type
     */
    void cancel();

    /**
     * The end of a generator: {@code return AsyncStream.end();}. Elsewhere it is a stream without values.
     *
     * @param <T> the type of the values that do not come
     * @return a stream that has ended
     */
    static <T extends @Nullable Object> AsyncStream<T> end() {
        return new EmptyStream<>();
    }

    /** A stream of {@code int}, which are never boxed on the way. */
    interface OfInt extends AsyncStream<Integer> {
        /**
         * The value, see {@link AsyncStream#current}.
         *
         * @return the value
         * @throws IllegalStateException if there is none
         */
        int currentAsInt();

        @Override
        default Integer current() {
            return currentAsInt();
        }

        /**
         * The end of a generator, see {@link AsyncStream#end}.
         *
         * @return a stream that has ended
         */
        static AsyncStream.OfInt end() {
            return new EmptyStream.OfInt();
        }
    }

    /** A stream of {@code long}, which are never boxed on the way. */
    interface OfLong extends AsyncStream<Long> {
        /**
         * The value, see {@link AsyncStream#current}.
         *
         * @return the value
         * @throws IllegalStateException if there is none
         */
        long currentAsLong();

        @Override
        default Long current() {
            return currentAsLong();
        }

        /**
         * The end of a generator, see {@link AsyncStream#end}.
         *
         * @return a stream that has ended
         */
        static AsyncStream.OfLong end() {
            return new EmptyStream.OfLong();
        }
    }

    /** A stream of {@code double}, which are never boxed on the way. */
    interface OfDouble extends AsyncStream<Double> {
        /**
         * The value, see {@link AsyncStream#current}.
         *
         * @return the value
         * @throws IllegalStateException if there is none
         */
        double currentAsDouble();

        @Override
        default Double current() {
            return currentAsDouble();
        }

        /**
         * The end of a generator, see {@link AsyncStream#end}.
         *
         * @return a stream that has ended
         */
        static AsyncStream.OfDouble end() {
            return new EmptyStream.OfDouble();
        }
    }
}
