// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Values that come one after the other, each when it is there: what an async generator gives, and what is consumed by
 * awaiting {@link #next}.
 *
 * <pre>{@code
 * @Async
 * static AsyncStream<String> labels(Sensor sensor, int count) { // a generator
 *     Ticker ticker = Ticker.everyMillis(100);
 *     for (int i = 0; i < count; i++) {
 *         await(ticker.next());
 *         emit(i + ": " + await(sensor.read()));
 *     }
 *     return AsyncStream.end();
 * }
 *
 * // in an async method
 * var labels = labels(sensor, 2); // nothing of the generator has run yet
 * while (await(labels.next())) {
 *     print(labels.current());
 * }
 * }</pre>
 *
 * <p>Calling a generator runs nothing. Its body runs from one {@code emit} to the next while a {@code next()} is awaited,
 * and rests in between. An exception of the body leaves from the await of {@code next()}.
 *
 * <p><b>Cancel safety.</b> Cancelling the future of {@code next()}, as a lost {@code select} does, stops only the
 * waiting. The generator is as it was, no value is lost, and a later {@code next()} goes on. {@link #cancel} ends the
 * generator. <b>Threading.</b> A stream belongs to one task. <b>Allocation.</b> None for each value; the stream itself
 * is built in the frame of the async method that keeps it in a local variable, and is cancelled when that frame ends.
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
     * What a mapping makes of each value. A stream of primitive values has forms that box nothing, as {@link OfInt#mapInt}.
     *
     * <pre>{@code
     * var readings = labels(sensor, 2).map(label -> label.substring(3));
     * while (await(readings.next())) {
     *     print(readings.current());
     * }
     * }</pre>
     *
     * @param <R> the type of what is made of them
     * @param mapping called once with each value
     * @return a stream that takes this one over
     */
    @Placed(slot = MappedStream.ToObj.class, by = "map$in")
    default <R extends @Nullable Object> AsyncStream<R> map(
            Mapping<? super T, ? extends R, ? extends RuntimeException> mapping) {
        return map$in(mapping, new MappedStream.ToObj<>());
    }

    /**
     * {@link #map} in a slot.
     *
     * @param <R> the type of what is made of them
     * @param mapping called once with each value
     * @param slot a slot that is not in use
     * @return the slot
     */
    default <R extends @Nullable Object> MappedStream.ToObj<T, R> map$in(
            Mapping<? super T, ? extends R, ? extends RuntimeException> mapping, MappedStream.ToObj<T, R> slot) {
        slot.place(this, mapping);
        return slot;
    }

    /**
     * What a mapping makes of each value, an {@code int}; see {@link #map}.
     *
     * @param mapping called once with each value
     * @return a stream that takes this one over
     */
    @Placed(slot = MappedStream.ToInt.class, by = "mapToInt$in")
    default AsyncStream.OfInt mapToInt(Mapping.ToInt<? super T, ? extends RuntimeException> mapping) {
        return mapToInt$in(mapping, new MappedStream.ToInt<>());
    }

    /**
     * {@link #mapToInt} in a slot.
     *
     * @param mapping called once with each value
     * @param slot a slot that is not in use
     * @return the slot
     */
    default MappedStream.ToInt<T> mapToInt$in(
            Mapping.ToInt<? super T, ? extends RuntimeException> mapping, MappedStream.ToInt<T> slot) {
        slot.place(this, mapping);
        return slot;
    }

    /**
     * What a mapping makes of each value, a {@code long}; see {@link #map}.
     *
     * @param mapping called once with each value
     * @return a stream that takes this one over
     */
    @Placed(slot = MappedStream.ToLong.class, by = "mapToLong$in")
    default AsyncStream.OfLong mapToLong(Mapping.ToLong<? super T, ? extends RuntimeException> mapping) {
        return mapToLong$in(mapping, new MappedStream.ToLong<>());
    }

    /**
     * {@link #mapToLong} in a slot.
     *
     * @param mapping called once with each value
     * @param slot a slot that is not in use
     * @return the slot
     */
    default MappedStream.ToLong<T> mapToLong$in(
            Mapping.ToLong<? super T, ? extends RuntimeException> mapping, MappedStream.ToLong<T> slot) {
        slot.place(this, mapping);
        return slot;
    }

    /**
     * What a mapping makes of each value, a {@code double}; see {@link #map}.
     *
     * @param mapping called once with each value
     * @return a stream that takes this one over
     */
    @Placed(slot = MappedStream.ToDouble.class, by = "mapToDouble$in")
    default AsyncStream.OfDouble mapToDouble(Mapping.ToDouble<? super T, ? extends RuntimeException> mapping) {
        return mapToDouble$in(mapping, new MappedStream.ToDouble<>());
    }

    /**
     * {@link #mapToDouble} in a slot.
     *
     * @param mapping called once with each value
     * @param slot a slot that is not in use
     * @return the slot
     */
    default MappedStream.ToDouble<T> mapToDouble$in(
            Mapping.ToDouble<? super T, ? extends RuntimeException> mapping, MappedStream.ToDouble<T> slot) {
        slot.place(this, mapping);
        return slot;
    }

    /**
     * The values that pass a condition. A stream of primitive values has forms that box nothing, as {@link OfInt#filterInt}.
     *
     * <pre>{@code
     * var ones = labels(sensor, 3).filter(label -> label.endsWith("1"));
     * while (await(ones.next())) {
     *     print(ones.current());
     * }
     * }</pre>
     *
     * @param condition asked once with each value
     * @return a stream that takes this one over
     */
    @Placed(slot = FilteredStream.OfObj.class, by = "filter$in")
    default AsyncStream<T> filter(Mapping.ToBoolean<? super T, ? extends RuntimeException> condition) {
        return filter$in(condition, new FilteredStream.OfObj<>());
    }

    /**
     * {@link #filter} in a slot.
     *
     * @param condition asked once with each value
     * @param slot a slot that is not in use
     * @return the slot
     */
    default FilteredStream.OfObj<T> filter$in(
            Mapping.ToBoolean<? super T, ? extends RuntimeException> condition, FilteredStream.OfObj<T> slot) {
        slot.place(this, condition);
        return slot;
    }

    /**
     * The first values. Behind the last of them the stream ends, and this one is ended, when the next is asked for; with a count of 0 it is never asked for one.
     *
     * <pre>{@code
     * var three = readings(sensor).take(3); // of an endless one
     * while (await(three.next())) {
     *     print(three.currentAsInt());
     * }
     * }</pre>
     *
     * @param count how many at most
     * @return a stream that takes this one over
     */
    @Placed(slot = TakenStream.OfObj.class, by = "take$in")
    default AsyncStream<T> take(long count) {
        return take$in(count, new TakenStream.OfObj<>());
    }

    /**
     * {@link #take} in a slot.
     *
     * @param count how many at most
     * @param slot a slot that is not in use
     * @return the slot
     */
    default TakenStream.OfObj<T> take$in(long count, TakenStream.OfObj<T> slot) {
        slot.place(this, count);
        return slot;
    }

    /**
     * Each value, with a pause behind it: the next one is asked for when the pause is over and somebody waits. No value is dropped.
     *
     * <pre>{@code
     * var slow = readings(sensor).throttle(1000).take(2); // at most one a second
     * while (await(slow.next())) {
     *     await(radio.send(slow.currentAsInt()));
     * }
     * }</pre>
     *
     * @param millis how long each pause is, in milliseconds
     * @return a stream that takes this one over
     */
    @Placed(slot = ThrottledStream.OfObj.class, by = "throttle$in")
    default AsyncStream<T> throttle(long millis) {
        return throttle$in(millis, new ThrottledStream.OfObj<>());
    }

    /**
     * {@link #throttle} in a slot.
     *
     * @param millis how long each pause is, in milliseconds
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ThrottledStream.OfObj<T> throttle$in(long millis, ThrottledStream.OfObj<T> slot) {
        slot.place(this, millis);
        return slot;
    }

    /**
     * The values of this stream and of another one, as they come; of two that have one they take turns. It ends when both have; an exception of one ends the other.
     *
     * <pre>{@code
     * var both = labels(left, 2).merge(labels(right, 2)); // as they come
     * while (await(both.next())) {
     *     print(both.current());
     * }
     * }</pre>
     *
     * @param other another stream
     * @return a stream that takes both over
     */
    @Placed(slot = MergedStream.OfObj.class, by = "merge$in")
    default AsyncStream<T> merge(AsyncStream<? extends T> other) {
        return merge$in(other, new MergedStream.OfObj<>());
    }

    /**
     * {@link #merge} in a slot.
     *
     * @param other another stream
     * @param slot a slot that is not in use
     * @return the slot
     */
    default MergedStream.OfObj<T> merge$in(AsyncStream<? extends T> other, MergedStream.OfObj<T> slot) {
        slot.place(this, other);
        return slot;
    }

    /**
     * Several values at a time: {@code next()} is true when the buffer is full, or holds what was left at the end, and the value is how many that are. The buffer is the same each time.
     *
     * <pre>{@code
     * String[] packet = new String[2];
     * var packets = labels(sensor, 3).chunks(packet);
     * while (await(packets.next())) {
     *     int n = packets.currentAsInt(); // 2, and 1 at the end
     *     await(radio.send(n == 1 ? packet[0] : packet[0] + ", " + packet[1]));
     * }
     * }</pre>
     *
     * @param buffer where the values are put, from its beginning
     * @return a stream of numbers of values, that takes this one over
     */
    @Placed(slot = ChunkStream.OfObj.class, by = "chunks$in")
    default AsyncStream.OfInt chunks(T[] buffer) {
        return chunks$in(buffer, new ChunkStream.OfObj<>());
    }

    /**
     * {@link #chunks} in a slot.
     *
     * @param buffer where the values are put, from its beginning
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ChunkStream.OfObj<T> chunks$in(T[] buffer, ChunkStream.OfObj<T> slot) {
        slot.place(this, buffer);
        return slot;
    }

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
         * What a mapping makes of each value, an object; see {@link AsyncStream#map}.
         *
         * @param <R> the type of what is made of them
         * @param mapping called once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = MappedStream.IntToObj.class, by = "mapToObj$in")
        default <R extends @Nullable Object> AsyncStream<R> mapToObj(
                Mapping.IntToObj<? extends R, ? extends RuntimeException> mapping) {
            return mapToObj$in(mapping, new MappedStream.IntToObj<>());
        }

        /**
         * {@link #mapToObj} in a slot.
         *
         * @param <R> the type of what is made of them
         * @param mapping called once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default <R extends @Nullable Object> MappedStream.IntToObj<R> mapToObj$in(
                Mapping.IntToObj<? extends R, ? extends RuntimeException> mapping, MappedStream.IntToObj<R> slot) {
            slot.place(this, mapping);
            return slot;
        }

        /**
         * What a mapping makes of each value, an {@code int}; see {@link AsyncStream#map}.
         *
         * @param mapping called once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = MappedStream.OfInt.class, by = "mapInt$in")
        default AsyncStream.OfInt mapInt(Mapping.OfInt<? extends RuntimeException> mapping) {
            return mapInt$in(mapping, new MappedStream.OfInt());
        }

        /**
         * {@link #mapInt} in a slot.
         *
         * @param mapping called once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default MappedStream.OfInt mapInt$in(
                Mapping.OfInt<? extends RuntimeException> mapping, MappedStream.OfInt slot) {
            slot.place(this, mapping);
            return slot;
        }

        /**
         * The values that pass a condition. See {@link AsyncStream#filter}.
         *
         * @param condition asked once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = FilteredStream.OfInt.class, by = "filterInt$in")
        default AsyncStream.OfInt filterInt(Mapping.IntTest<? extends RuntimeException> condition) {
            return filterInt$in(condition, new FilteredStream.OfInt());
        }

        /**
         * {@link #filterInt} in a slot.
         *
         * @param condition asked once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default FilteredStream.OfInt filterInt$in(
                Mapping.IntTest<? extends RuntimeException> condition, FilteredStream.OfInt slot) {
            slot.place(this, condition);
            return slot;
        }

        /**
         * See {@link AsyncStream#take}.
         *
         * @param count how many at most
         * @return a stream that takes this one over
         */
        @Override
        @Placed(slot = TakenStream.OfInt.class, by = "take$in")
        default AsyncStream.OfInt take(long count) {
            return take$in(count, new TakenStream.OfInt());
        }

        /**
         * {@link #take} in a slot.
         *
         * @param count how many at most
         * @param slot a slot that is not in use
         * @return the slot
         */
        default TakenStream.OfInt take$in(long count, TakenStream.OfInt slot) {
            slot.place(this, count);
            return slot;
        }

        /**
         * See {@link AsyncStream#throttle}.
         *
         * @param millis how long each pause is, in milliseconds
         * @return a stream that takes this one over
         */
        @Override
        @Placed(slot = ThrottledStream.OfInt.class, by = "throttle$in")
        default AsyncStream.OfInt throttle(long millis) {
            return throttle$in(millis, new ThrottledStream.OfInt());
        }

        /**
         * {@link #throttle} in a slot.
         *
         * @param millis how long each pause is, in milliseconds
         * @param slot a slot that is not in use
         * @return the slot
         */
        default ThrottledStream.OfInt throttle$in(long millis, ThrottledStream.OfInt slot) {
            slot.place(this, millis);
            return slot;
        }

        /**
         * See {@link AsyncStream#merge}.
         *
         * @param other another stream
         * @return a stream that takes both over
         */
        @Placed(slot = MergedStream.OfInt.class, by = "merge$in")
        default AsyncStream.OfInt merge(AsyncStream.OfInt other) {
            return merge$in(other, new MergedStream.OfInt());
        }

        /**
         * {@link #merge} in a slot.
         *
         * @param other another stream
         * @param slot a slot that is not in use
         * @return the slot
         */
        default MergedStream.OfInt merge$in(AsyncStream.OfInt other, MergedStream.OfInt slot) {
            slot.place(this, other);
            return slot;
        }

        /**
         * See {@link AsyncStream#chunks}.
         *
         * @param buffer where the values are put, from its beginning
         * @return a stream of numbers of values, that takes this one over
         */
        @Placed(slot = ChunkStream.OfInt.class, by = "chunks$in")
        default AsyncStream.OfInt chunks(int[] buffer) {
            return chunks$in(buffer, new ChunkStream.OfInt());
        }

        /**
         * {@link #chunks} in a slot.
         *
         * @param buffer where the values are put, from its beginning
         * @param slot a slot that is not in use
         * @return the slot
         */
        default ChunkStream.OfInt chunks$in(int[] buffer, ChunkStream.OfInt slot) {
            slot.place(this, buffer);
            return slot;
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
         * What a mapping makes of each value, an object; see {@link AsyncStream#map}.
         *
         * @param <R> the type of what is made of them
         * @param mapping called once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = MappedStream.LongToObj.class, by = "mapToObj$in")
        default <R extends @Nullable Object> AsyncStream<R> mapToObj(
                Mapping.LongToObj<? extends R, ? extends RuntimeException> mapping) {
            return mapToObj$in(mapping, new MappedStream.LongToObj<>());
        }

        /**
         * {@link #mapToObj} in a slot.
         *
         * @param <R> the type of what is made of them
         * @param mapping called once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default <R extends @Nullable Object> MappedStream.LongToObj<R> mapToObj$in(
                Mapping.LongToObj<? extends R, ? extends RuntimeException> mapping, MappedStream.LongToObj<R> slot) {
            slot.place(this, mapping);
            return slot;
        }

        /**
         * What a mapping makes of each value, a {@code long}; see {@link AsyncStream#map}.
         *
         * @param mapping called once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = MappedStream.OfLong.class, by = "mapLong$in")
        default AsyncStream.OfLong mapLong(Mapping.OfLong<? extends RuntimeException> mapping) {
            return mapLong$in(mapping, new MappedStream.OfLong());
        }

        /**
         * {@link #mapLong} in a slot.
         *
         * @param mapping called once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default MappedStream.OfLong mapLong$in(
                Mapping.OfLong<? extends RuntimeException> mapping, MappedStream.OfLong slot) {
            slot.place(this, mapping);
            return slot;
        }

        /**
         * The values that pass a condition. See {@link AsyncStream#filter}.
         *
         * @param condition asked once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = FilteredStream.OfLong.class, by = "filterLong$in")
        default AsyncStream.OfLong filterLong(Mapping.LongTest<? extends RuntimeException> condition) {
            return filterLong$in(condition, new FilteredStream.OfLong());
        }

        /**
         * {@link #filterLong} in a slot.
         *
         * @param condition asked once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default FilteredStream.OfLong filterLong$in(
                Mapping.LongTest<? extends RuntimeException> condition, FilteredStream.OfLong slot) {
            slot.place(this, condition);
            return slot;
        }

        /**
         * See {@link AsyncStream#take}.
         *
         * @param count how many at most
         * @return a stream that takes this one over
         */
        @Override
        @Placed(slot = TakenStream.OfLong.class, by = "take$in")
        default AsyncStream.OfLong take(long count) {
            return take$in(count, new TakenStream.OfLong());
        }

        /**
         * {@link #take} in a slot.
         *
         * @param count how many at most
         * @param slot a slot that is not in use
         * @return the slot
         */
        default TakenStream.OfLong take$in(long count, TakenStream.OfLong slot) {
            slot.place(this, count);
            return slot;
        }

        /**
         * See {@link AsyncStream#throttle}.
         *
         * @param millis how long each pause is, in milliseconds
         * @return a stream that takes this one over
         */
        @Override
        @Placed(slot = ThrottledStream.OfLong.class, by = "throttle$in")
        default AsyncStream.OfLong throttle(long millis) {
            return throttle$in(millis, new ThrottledStream.OfLong());
        }

        /**
         * {@link #throttle} in a slot.
         *
         * @param millis how long each pause is, in milliseconds
         * @param slot a slot that is not in use
         * @return the slot
         */
        default ThrottledStream.OfLong throttle$in(long millis, ThrottledStream.OfLong slot) {
            slot.place(this, millis);
            return slot;
        }

        /**
         * See {@link AsyncStream#merge}.
         *
         * @param other another stream
         * @return a stream that takes both over
         */
        @Placed(slot = MergedStream.OfLong.class, by = "merge$in")
        default AsyncStream.OfLong merge(AsyncStream.OfLong other) {
            return merge$in(other, new MergedStream.OfLong());
        }

        /**
         * {@link #merge} in a slot.
         *
         * @param other another stream
         * @param slot a slot that is not in use
         * @return the slot
         */
        default MergedStream.OfLong merge$in(AsyncStream.OfLong other, MergedStream.OfLong slot) {
            slot.place(this, other);
            return slot;
        }

        /**
         * See {@link AsyncStream#chunks}.
         *
         * @param buffer where the values are put, from its beginning
         * @return a stream of numbers of values, that takes this one over
         */
        @Placed(slot = ChunkStream.OfLong.class, by = "chunks$in")
        default AsyncStream.OfInt chunks(long[] buffer) {
            return chunks$in(buffer, new ChunkStream.OfLong());
        }

        /**
         * {@link #chunks} in a slot.
         *
         * @param buffer where the values are put, from its beginning
         * @param slot a slot that is not in use
         * @return the slot
         */
        default ChunkStream.OfLong chunks$in(long[] buffer, ChunkStream.OfLong slot) {
            slot.place(this, buffer);
            return slot;
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
         * What a mapping makes of each value, an object; see {@link AsyncStream#map}.
         *
         * @param <R> the type of what is made of them
         * @param mapping called once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = MappedStream.DoubleToObj.class, by = "mapToObj$in")
        default <R extends @Nullable Object> AsyncStream<R> mapToObj(
                Mapping.DoubleToObj<? extends R, ? extends RuntimeException> mapping) {
            return mapToObj$in(mapping, new MappedStream.DoubleToObj<>());
        }

        /**
         * {@link #mapToObj} in a slot.
         *
         * @param <R> the type of what is made of them
         * @param mapping called once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default <R extends @Nullable Object> MappedStream.DoubleToObj<R> mapToObj$in(
                Mapping.DoubleToObj<? extends R, ? extends RuntimeException> mapping,
                MappedStream.DoubleToObj<R> slot) {
            slot.place(this, mapping);
            return slot;
        }

        /**
         * What a mapping makes of each value, a {@code double}; see {@link AsyncStream#map}.
         *
         * @param mapping called once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = MappedStream.OfDouble.class, by = "mapDouble$in")
        default AsyncStream.OfDouble mapDouble(Mapping.OfDouble<? extends RuntimeException> mapping) {
            return mapDouble$in(mapping, new MappedStream.OfDouble());
        }

        /**
         * {@link #mapDouble} in a slot.
         *
         * @param mapping called once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default MappedStream.OfDouble mapDouble$in(
                Mapping.OfDouble<? extends RuntimeException> mapping, MappedStream.OfDouble slot) {
            slot.place(this, mapping);
            return slot;
        }

        /**
         * The values that pass a condition. See {@link AsyncStream#filter}.
         *
         * @param condition asked once with each value
         * @return a stream that takes this one over
         */
        @Placed(slot = FilteredStream.OfDouble.class, by = "filterDouble$in")
        default AsyncStream.OfDouble filterDouble(Mapping.DoubleTest<? extends RuntimeException> condition) {
            return filterDouble$in(condition, new FilteredStream.OfDouble());
        }

        /**
         * {@link #filterDouble} in a slot.
         *
         * @param condition asked once with each value
         * @param slot a slot that is not in use
         * @return the slot
         */
        default FilteredStream.OfDouble filterDouble$in(
                Mapping.DoubleTest<? extends RuntimeException> condition, FilteredStream.OfDouble slot) {
            slot.place(this, condition);
            return slot;
        }

        /**
         * See {@link AsyncStream#take}.
         *
         * @param count how many at most
         * @return a stream that takes this one over
         */
        @Override
        @Placed(slot = TakenStream.OfDouble.class, by = "take$in")
        default AsyncStream.OfDouble take(long count) {
            return take$in(count, new TakenStream.OfDouble());
        }

        /**
         * {@link #take} in a slot.
         *
         * @param count how many at most
         * @param slot a slot that is not in use
         * @return the slot
         */
        default TakenStream.OfDouble take$in(long count, TakenStream.OfDouble slot) {
            slot.place(this, count);
            return slot;
        }

        /**
         * See {@link AsyncStream#throttle}.
         *
         * @param millis how long each pause is, in milliseconds
         * @return a stream that takes this one over
         */
        @Override
        @Placed(slot = ThrottledStream.OfDouble.class, by = "throttle$in")
        default AsyncStream.OfDouble throttle(long millis) {
            return throttle$in(millis, new ThrottledStream.OfDouble());
        }

        /**
         * {@link #throttle} in a slot.
         *
         * @param millis how long each pause is, in milliseconds
         * @param slot a slot that is not in use
         * @return the slot
         */
        default ThrottledStream.OfDouble throttle$in(long millis, ThrottledStream.OfDouble slot) {
            slot.place(this, millis);
            return slot;
        }

        /**
         * See {@link AsyncStream#merge}.
         *
         * @param other another stream
         * @return a stream that takes both over
         */
        @Placed(slot = MergedStream.OfDouble.class, by = "merge$in")
        default AsyncStream.OfDouble merge(AsyncStream.OfDouble other) {
            return merge$in(other, new MergedStream.OfDouble());
        }

        /**
         * {@link #merge} in a slot.
         *
         * @param other another stream
         * @param slot a slot that is not in use
         * @return the slot
         */
        default MergedStream.OfDouble merge$in(AsyncStream.OfDouble other, MergedStream.OfDouble slot) {
            slot.place(this, other);
            return slot;
        }

        /**
         * See {@link AsyncStream#chunks}.
         *
         * @param buffer where the values are put, from its beginning
         * @return a stream of numbers of values, that takes this one over
         */
        @Placed(slot = ChunkStream.OfDouble.class, by = "chunks$in")
        default AsyncStream.OfInt chunks(double[] buffer) {
            return chunks$in(buffer, new ChunkStream.OfDouble());
        }

        /**
         * {@link #chunks} in a slot.
         *
         * @param buffer where the values are put, from its beginning
         * @param slot a slot that is not in use
         * @return the slot
         */
        default ChunkStream.OfDouble chunks$in(double[] buffer, ChunkStream.OfDouble slot) {
            slot.place(this, buffer);
            return slot;
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
