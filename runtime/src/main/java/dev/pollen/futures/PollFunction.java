// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Poll;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Futures#pollFn} asks: a lambda or a method reference.
 *
 * @see Futures#pollFn
 * @param <E> the checked exception that is thrown meanwhile
 */
@FunctionalInterface
public interface PollFunction<E extends Throwable> {
    /**
     * Called by each poll, until it says READY or throws.
     *
     * @param cx the waker of the asking task, and its budget
     * @return READY once; PENDING where it has handed {@code cx.waker()} to whatever will wake it
     * @throws E what leaves from the await
     */
    Poll poll(Context cx) throws E;

    /**
     * What {@link Futures#pollValue} asks.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that is thrown meanwhile
     */
    @FunctionalInterface
    interface OfValue<T, E extends Throwable> {
        /**
         * Called by each poll, until it gives a value or throws.
         *
         * @param cx the waker of the asking task, and its budget
         * @return the value; null where there is none yet and {@code cx.waker()} was handed to whatever will wake it
         * @throws E what leaves from the await
         */
        @Nullable
        T poll(Context cx) throws E;
    }
}
