// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import org.jspecify.annotations.Nullable;

/**
 * One future after the other: the future of {@code then(f, mapping)}, and its slot.
 *
 * @see Futures#then
 * @param <T> the type of the first one's value
 * @param <R> the type of the second one's value
 */
public final class Then<T extends @Nullable Object, R extends @Nullable Object> extends Chained<T, Future<R>>
        implements Future<R> {
    /** An empty slot. */
    public Then() {}

    @Override
    public Poll poll(Context cx) {
        return pollBoth(cx);
    }

    @Override
    public R get() {
        return complete().get();
    }

    @Override
    public R take() {
        R value = complete().take();
        taken();
        return value;
    }

    @Override
    public void cancel() {
        cancelBoth();
    }

    @Override
    String name() {
        return "then(f, mapping)";
    }

    /**
     * The future of {@code thenToInt(f, mapping)}, and its slot.
     *
     * @param <T> the type of the first one's value
     */
    public static final class ToInt<T extends @Nullable Object> extends Chained<T, Future.OfInt>
            implements Future.OfInt {
        /** An empty slot. */
        public ToInt() {}

        @Override
        public Poll poll(Context cx) {
            return pollBoth(cx);
        }

        @Override
        public int getAsInt() {
            return complete().getAsInt();
        }

        @Override
        public void cancel() {
            cancelBoth();
        }

        @Override
        String name() {
            return "thenToInt(f, mapping)";
        }
    }

    /**
     * The future of {@code thenToLong(f, mapping)}, and its slot.
     *
     * @param <T> the type of the first one's value
     */
    public static final class ToLong<T extends @Nullable Object> extends Chained<T, Future.OfLong>
            implements Future.OfLong {
        /** An empty slot. */
        public ToLong() {}

        @Override
        public Poll poll(Context cx) {
            return pollBoth(cx);
        }

        @Override
        public long getAsLong() {
            return complete().getAsLong();
        }

        @Override
        public void cancel() {
            cancelBoth();
        }

        @Override
        String name() {
            return "thenToLong(f, mapping)";
        }
    }
}
