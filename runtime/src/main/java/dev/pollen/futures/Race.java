// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import org.jspecify.annotations.Nullable;

/**
 * The slots of {@link Futures#race race}: a {@code select} whose value is that of the child that has won.
 *
 * @see Futures#race
 */
public final class Race {
    private Race() {}

    /**
     * The first value of two futures: the future of {@code race(a, b)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class OfTwo<T extends @Nullable Object>
            extends OneOf.Two<Future<? extends T>, Future<? extends T>> implements Future<T> {
        /** An empty slot. */
        public OfTwo() {}

        @Override
        public Poll poll(Context cx) {
            return pollForOne(cx);
        }

        @Override
        public T get() {
            return Race.<T>winner(this, winner()).get();
        }

        @Override
        public T take() {
            T value = Race.<T>winner(this, winner()).take();
            letGo();
            return value;
        }

        @Override
        public void cancel() {
            cancelAll();
        }

        @Override
        String name() {
            return "race".concat(parts());
        }
    }

    /**
     * The first value of three futures: the future of {@code race(a, b, c)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class OfThree<T extends @Nullable Object>
            extends OneOf.Three<Future<? extends T>, Future<? extends T>, Future<? extends T>> implements Future<T> {
        /** An empty slot. */
        public OfThree() {}

        @Override
        public Poll poll(Context cx) {
            return pollForOne(cx);
        }

        @Override
        public T get() {
            return Race.<T>winner(this, winner()).get();
        }

        @Override
        public T take() {
            T value = Race.<T>winner(this, winner()).take();
            letGo();
            return value;
        }

        @Override
        public void cancel() {
            cancelAll();
        }

        @Override
        String name() {
            return "race".concat(parts());
        }
    }

    /**
     * The first value of four futures: the future of {@code race(a, b, c, d)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class OfFour<T extends @Nullable Object>
            extends OneOf.Four<Future<? extends T>, Future<? extends T>, Future<? extends T>, Future<? extends T>>
            implements Future<T> {
        /** An empty slot. */
        public OfFour() {}

        @Override
        public Poll poll(Context cx) {
            return pollForOne(cx);
        }

        @Override
        public T get() {
            return Race.<T>winner(this, winner()).get();
        }

        @Override
        public T take() {
            T value = Race.<T>winner(this, winner()).take();
            letGo();
            return value;
        }

        @Override
        public void cancel() {
            cancelAll();
        }

        @Override
        String name() {
            return "race".concat(parts());
        }
    }

    /**
     * The first value of five futures: the future of {@code race(a, b, c, d, e)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class OfFive<T extends @Nullable Object>
            extends OneOf.Five<
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>>
            implements Future<T> {
        /** An empty slot. */
        public OfFive() {}

        @Override
        public Poll poll(Context cx) {
            return pollForOne(cx);
        }

        @Override
        public T get() {
            return Race.<T>winner(this, winner()).get();
        }

        @Override
        public T take() {
            T value = Race.<T>winner(this, winner()).take();
            letGo();
            return value;
        }

        @Override
        public void cancel() {
            cancelAll();
        }

        @Override
        String name() {
            return "race".concat(parts());
        }
    }

    /**
     * The first value of six futures: the future of {@code race(a, b, c, d, e, f)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class OfSix<T extends @Nullable Object>
            extends OneOf.Six<
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>>
            implements Future<T> {
        /** An empty slot. */
        public OfSix() {}

        @Override
        public Poll poll(Context cx) {
            return pollForOne(cx);
        }

        @Override
        public T get() {
            return Race.<T>winner(this, winner()).get();
        }

        @Override
        public T take() {
            T value = Race.<T>winner(this, winner()).take();
            letGo();
            return value;
        }

        @Override
        public void cancel() {
            cancelAll();
        }

        @Override
        String name() {
            return "race".concat(parts());
        }
    }

    /**
     * The first value of seven futures: the future of {@code race(a, b, c, d, e, f, g)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class OfSeven<T extends @Nullable Object>
            extends OneOf.Seven<
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>>
            implements Future<T> {
        /** An empty slot. */
        public OfSeven() {}

        @Override
        public Poll poll(Context cx) {
            return pollForOne(cx);
        }

        @Override
        public T get() {
            return Race.<T>winner(this, winner()).get();
        }

        @Override
        public T take() {
            T value = Race.<T>winner(this, winner()).take();
            letGo();
            return value;
        }

        @Override
        public void cancel() {
            cancelAll();
        }

        @Override
        String name() {
            return "race".concat(parts());
        }
    }

    /**
     * The first value of eight futures: the future of {@code race(a, b, c, d, e, f, g, h)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class OfEight<T extends @Nullable Object>
            extends OneOf.Eight<
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>,
                    Future<? extends T>>
            implements Future<T> {
        /** An empty slot. */
        public OfEight() {}

        @Override
        public Poll poll(Context cx) {
            return pollForOne(cx);
        }

        @Override
        public T get() {
            return Race.<T>winner(this, winner()).get();
        }

        @Override
        public T take() {
            T value = Race.<T>winner(this, winner()).take();
            letGo();
            return value;
        }

        @Override
        public void cancel() {
            cancelAll();
        }

        @Override
        String name() {
            return "race".concat(parts());
        }
    }

    /**
     * The first value of the futures of an array: the future of {@code race(array)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class OfArray<T extends @Nullable Object> extends OneOfArray<Future<? extends T>>
            implements Future<T> {
        /** An empty slot. */
        public OfArray() {}

        @Override
        public Poll poll(Context cx) {
            return pollForOne(cx);
        }

        @Override
        public T get() {
            return Race.<T>winner(this, first()).get();
        }

        @Override
        public T take() {
            T value = Race.<T>winner(this, first()).take();
            letGo();
            return value;
        }

        @Override
        public void cancel() {
            cancelAll();
        }

        @Override
        String name() {
            return "race(array)";
        }
    }

    /** The child that has won, with the type that the factories have given it. */
    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> Future<T> winner(SingleUse race, @Nullable Future<?> child) {
        if (child == null) {
            throw new IllegalStateException("the value of ".concat(race.name()).concat(" was read after it was taken"));
        }
        return (Future<T>) child;
    }
}
