// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * The body of an async block: a lambda that may {@code await}, given to {@link Pollen#async}. It captures by value, as
 * any lambda does, and is woven into a frame of its own.
 *
 * @param <T> the type of the block's result
 * @param <E> the checked exception that the block throws
 */
@FunctionalInterface
public interface AsyncBlock<T extends @Nullable Object, E extends Throwable> {
    /**
     * The body.
     *
     * @return what the block ends with
     * @throws E what the body throws
     */
    Future<T> run() throws E;

    /**
     * The body of an async block with an {@code int} result.
     *
     * @param <E> the checked exception that the block throws
     */
    @FunctionalInterface
    interface OfInt<E extends Throwable> {
        /**
         * The body.
         *
         * @return what the block ends with
         * @throws E what the body throws
         */
        Future.OfInt run() throws E;
    }

    /**
     * The body of an async block with a {@code long} result.
     *
     * @param <E> the checked exception that the block throws
     */
    @FunctionalInterface
    interface OfLong<E extends Throwable> {
        /**
         * The body.
         *
         * @return what the block ends with
         * @throws E what the body throws
         */
        Future.OfLong run() throws E;
    }

    /**
     * The body of an async block with a {@code double} result.
     *
     * @param <E> the checked exception that the block throws
     */
    @FunctionalInterface
    interface OfDouble<E extends Throwable> {
        /**
         * The body.
         *
         * @return what the block ends with
         * @throws E what the body throws
         */
        Future.OfDouble run() throws E;
    }

    /**
     * The body of an async block with a {@code boolean} result.
     *
     * @param <E> the checked exception that the block throws
     */
    @FunctionalInterface
    interface OfBoolean<E extends Throwable> {
        /**
         * The body.
         *
         * @return what the block ends with
         * @throws E what the body throws
         */
        Future.OfBoolean run() throws E;
    }
}
