// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Mapping;
import dev.pollen.Poll;
import org.jspecify.annotations.Nullable;

/**
 * The slots of {@link Futures#map map} and its forms.
 *
 * @see Futures#map
 */
public final class Mapped {
    private Mapped() {}

    /**
     * The future of {@code map(f, mapping)}, and its slot.
     *
     * @param <T> the type of the value of {@code f}
     * @param <R> the type of what is made of it
     */
    public static final class ToObj<T extends @Nullable Object, R extends @Nullable Object> extends Derived<Future<T>>
            implements Future<R> {
        private @Nullable Mapping<? super T, ? extends R, ?> mapping;
        private @Nullable R value;

        /** An empty slot. */
        public ToObj() {}

        void place(Future<T> f, Mapping<? super T, ? extends R, ?> by) {
            begins(f);
            mapping = Mapped.present(by, name());
            value = null;
        }

        @Override
        public Poll poll(Context cx) {
            return pollSource(cx);
        }

        @Override
        void derive(Future<T> complete) throws Throwable {
            value = mapping.map(complete.take());
        }

        @Override
        void letGo() {
            mapping = null;
        }

        @Override
        public R get() {
            checkDone();
            return value;
        }

        @Override
        public R take() {
            R taken = get();
            value = null;
            return taken;
        }

        @Override
        public void cancel() {
            cancelSource();
        }

        @Override
        String name() {
            return "map(f, mapping)";
        }
    }

    /**
     * The future of {@code mapToInt(f, mapping)}, and its slot.
     *
     * @param <T> the type of the value of {@code f}
     */
    public static final class ToInt<T extends @Nullable Object> extends Derived<Future<T>> implements Future.OfInt {
        private Mapping.@Nullable ToInt<? super T, ?> mapping;
        private int value;

        /** An empty slot. */
        public ToInt() {}

        void place(Future<T> f, Mapping.ToInt<? super T, ?> by) {
            begins(f);
            mapping = Mapped.present(by, name());
        }

        @Override
        public Poll poll(Context cx) {
            return pollSource(cx);
        }

        @Override
        void derive(Future<T> complete) throws Throwable {
            value = mapping.map(complete.take());
        }

        @Override
        void letGo() {
            mapping = null;
        }

        @Override
        public int getAsInt() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancelSource();
        }

        @Override
        String name() {
            return "mapToInt(f, mapping)";
        }
    }

    /**
     * The future of {@code mapToLong(f, mapping)}, and its slot.
     *
     * @param <T> the type of the value of {@code f}
     */
    public static final class ToLong<T extends @Nullable Object> extends Derived<Future<T>> implements Future.OfLong {
        private Mapping.@Nullable ToLong<? super T, ?> mapping;
        private long value;

        /** An empty slot. */
        public ToLong() {}

        void place(Future<T> f, Mapping.ToLong<? super T, ?> by) {
            begins(f);
            mapping = Mapped.present(by, name());
        }

        @Override
        public Poll poll(Context cx) {
            return pollSource(cx);
        }

        @Override
        void derive(Future<T> complete) throws Throwable {
            value = mapping.map(complete.take());
        }

        @Override
        void letGo() {
            mapping = null;
        }

        @Override
        public long getAsLong() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancelSource();
        }

        @Override
        String name() {
            return "mapToLong(f, mapping)";
        }
    }

    /**
     * The future of {@code mapToDouble(f, mapping)}, and its slot.
     *
     * @param <T> the type of the value of {@code f}
     */
    public static final class ToDouble<T extends @Nullable Object> extends Derived<Future<T>>
            implements Future.OfDouble {
        private Mapping.@Nullable ToDouble<? super T, ?> mapping;
        private double value;

        /** An empty slot. */
        public ToDouble() {}

        void place(Future<T> f, Mapping.ToDouble<? super T, ?> by) {
            begins(f);
            mapping = Mapped.present(by, name());
        }

        @Override
        public Poll poll(Context cx) {
            return pollSource(cx);
        }

        @Override
        void derive(Future<T> complete) throws Throwable {
            value = mapping.map(complete.take());
        }

        @Override
        void letGo() {
            mapping = null;
        }

        @Override
        public double getAsDouble() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancelSource();
        }

        @Override
        String name() {
            return "mapToDouble(f, mapping)";
        }
    }

    /**
     * The future of {@code mapToBoolean(f, mapping)}, and its slot.
     *
     * @param <T> the type of the value of {@code f}
     */
    public static final class ToBoolean<T extends @Nullable Object> extends Derived<Future<T>>
            implements Future.OfBoolean {
        private Mapping.@Nullable ToBoolean<? super T, ?> mapping;
        private boolean value;

        /** An empty slot. */
        public ToBoolean() {}

        void place(Future<T> f, Mapping.ToBoolean<? super T, ?> by) {
            begins(f);
            mapping = Mapped.present(by, name());
        }

        @Override
        public Poll poll(Context cx) {
            return pollSource(cx);
        }

        @Override
        void derive(Future<T> complete) throws Throwable {
            value = mapping.map(complete.take());
        }

        @Override
        void letGo() {
            mapping = null;
        }

        @Override
        public boolean getAsBoolean() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancelSource();
        }

        @Override
        String name() {
            return "mapToBoolean(f, mapping)";
        }
    }

    /**
     * The future of {@code mapInt(f, mapping)}, and its slot.
     */
    public static final class OfInt extends Derived<Future.OfInt> implements Future.OfInt {
        private Mapping.@Nullable OfInt<?> mapping;
        private int value;

        /** An empty slot. */
        public OfInt() {}

        void place(Future.OfInt f, Mapping.OfInt<?> by) {
            begins(f);
            mapping = Mapped.present(by, name());
        }

        @Override
        public Poll poll(Context cx) {
            return pollSource(cx);
        }

        @Override
        void derive(Future.OfInt complete) throws Throwable {
            value = mapping.map(complete.getAsInt());
        }

        @Override
        void letGo() {
            mapping = null;
        }

        @Override
        public int getAsInt() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancelSource();
        }

        @Override
        String name() {
            return "mapInt(f, mapping)";
        }
    }

    /**
     * The future of {@code mapLong(f, mapping)}, and its slot.
     */
    public static final class OfLong extends Derived<Future.OfLong> implements Future.OfLong {
        private Mapping.@Nullable OfLong<?> mapping;
        private long value;

        /** An empty slot. */
        public OfLong() {}

        void place(Future.OfLong f, Mapping.OfLong<?> by) {
            begins(f);
            mapping = Mapped.present(by, name());
        }

        @Override
        public Poll poll(Context cx) {
            return pollSource(cx);
        }

        @Override
        void derive(Future.OfLong complete) throws Throwable {
            value = mapping.map(complete.getAsLong());
        }

        @Override
        void letGo() {
            mapping = null;
        }

        @Override
        public long getAsLong() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancelSource();
        }

        @Override
        String name() {
            return "mapLong(f, mapping)";
        }
    }

    /**
     * The future of {@code mapDouble(f, mapping)}, and its slot.
     */
    public static final class OfDouble extends Derived<Future.OfDouble> implements Future.OfDouble {
        private Mapping.@Nullable OfDouble<?> mapping;
        private double value;

        /** An empty slot. */
        public OfDouble() {}

        void place(Future.OfDouble f, Mapping.OfDouble<?> by) {
            begins(f);
            mapping = Mapped.present(by, name());
        }

        @Override
        public Poll poll(Context cx) {
            return pollSource(cx);
        }

        @Override
        void derive(Future.OfDouble complete) throws Throwable {
            value = mapping.map(complete.getAsDouble());
        }

        @Override
        void letGo() {
            mapping = null;
        }

        @Override
        public double getAsDouble() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancelSource();
        }

        @Override
        String name() {
            return "mapDouble(f, mapping)";
        }
    }

    /** Checks a mapping. */
    static <M> M present(M mapping, String name) {
        if (mapping == null) {
            throw new NullPointerException(name.concat(" was given null in place of a mapping"));
        }
        return mapping;
    }
}
