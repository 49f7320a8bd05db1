// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * What makes a value of another one, for {@code map}, {@code then} and the operators of streams: a lambda or a method
 * reference. It may not {@code await}. One that captures variables is an object that is made each time that it is
 * passed; one that captures nothing is made once.
 *
 * @param <T> the type of the value
 * @param <R> the type of what is made of it
 * @param <E> the checked exception that is thrown meanwhile
 */
@FunctionalInterface
public interface Mapping<T extends @Nullable Object, R extends @Nullable Object, E extends Throwable> {
    /**
     * Called with each value, once.
     *
     * @param value the value
     * @return what is made of it
     * @throws E what the mapping throws
     */
    R map(T value) throws E;

    /**
     * A mapping that gives an {@code int}, without a box.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface ToInt<T extends @Nullable Object, E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        int map(T value) throws E;
    }

    /**
     * A mapping that gives a {@code long}, without a box.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface ToLong<T extends @Nullable Object, E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        long map(T value) throws E;
    }

    /**
     * A mapping that gives a {@code double}, without a box.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface ToDouble<T extends @Nullable Object, E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        double map(T value) throws E;
    }

    /**
     * A mapping that gives a {@code boolean}, without a box; as a condition, whether a value passes.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface ToBoolean<T extends @Nullable Object, E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        boolean map(T value) throws E;
    }

    /**
     * A mapping of an {@code int} to another one.
     *
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface OfInt<E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        int map(int value) throws E;
    }

    /**
     * A mapping of an {@code int} to an object.
     *
     * @param <R> the type of what is made of it
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface IntToObj<R extends @Nullable Object, E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        R map(int value) throws E;
    }

    /**
     * Whether an {@code int} passes.
     *
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface IntTest<E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        boolean map(int value) throws E;
    }

    /**
     * A mapping of a {@code long} to another one.
     *
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface OfLong<E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        long map(long value) throws E;
    }

    /**
     * A mapping of a {@code long} to an object.
     *
     * @param <R> the type of what is made of it
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface LongToObj<R extends @Nullable Object, E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        R map(long value) throws E;
    }

    /**
     * Whether a {@code long} passes.
     *
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface LongTest<E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        boolean map(long value) throws E;
    }

    /**
     * A mapping of a {@code double} to another one.
     *
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface OfDouble<E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        double map(double value) throws E;
    }

    /**
     * A mapping of a {@code double} to an object.
     *
     * @param <R> the type of what is made of it
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface DoubleToObj<R extends @Nullable Object, E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        R map(double value) throws E;
    }

    /**
     * Whether a {@code double} passes.
     *
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface DoubleTest<E extends Throwable> {
        /**
         * Called with each value, once.
         *
         * @param value the value
         * @return what is made of it
         * @throws E what the mapping throws
         */
        boolean map(double value) throws E;
    }
}
