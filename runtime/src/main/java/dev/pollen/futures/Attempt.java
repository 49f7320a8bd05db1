// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.futures;

import dev.pollen.Future;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Futures#retry} tries: a lambda that starts an attempt by making its future.
 *
 * @see Futures#retry
 * @param <T> the type of the value
 * @param <E> the checked exception that the attempt throws
 */
@FunctionalInterface
public interface Attempt<T extends @Nullable Object, E extends Throwable> {
    /**
     * Called at the beginning of each attempt.
     *
     * @return a new future
     * @throws E what counts as a failed attempt, as what the future throws does
     */
    Future<T> start() throws E;
}
