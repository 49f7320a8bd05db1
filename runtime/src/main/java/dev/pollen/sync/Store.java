// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.sync;

/**
 * Where a channel keeps its values, and the order in which they leave. The caller never adds to a full one and never
 * takes from an empty one. Guarded by the channel's {@link Access}.
 *
 * <p>A value that was lent comes back to where it was: it keeps its rank, and its number among those of the same rank.
 *
 * @param <T> the type of the values
 */
abstract class Store<T> {
    /** How many values fit in. */
    abstract int capacity();

    /** How many values are in it. */
    abstract int size();

    /** Adds a value, as the last of those of its rank. */
    abstract void add(T value, long rank);

    /** The value that leaves next. */
    abstract T first();

    /** The rank of the value that leaves next. */
    abstract long firstRank();

    /** The number of the value that leaves next; numbers wrap around. */
    abstract int firstNumber();

    /** Takes the value that leaves next. */
    abstract T removeFirst();

    /** Takes a value back that was removed. */
    abstract void putBack(T value, long rank, int number);

    /** Drops all values but some that leave next. */
    abstract void keep(int some);
}
