// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/** A bounded queue of values. The caller never adds to a full one. */
final class Ring<T> {
    private final @Nullable Object[] values;
    private int first;
    private int size;

    Ring(int capacity) {
        values = new Object[capacity];
    }

    int capacity() {
        return values.length;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void addFirst(T value) {
        first = (first == 0 ? values.length : first) - 1;
        values[first] = value;
        size++;
    }

    void addLast(T value) {
        int end = first + size;
        values[end < values.length ? end : end - values.length] = value;
        size++;
    }

    /** The oldest value, which the ring lets go; null if there is none. */
    @SuppressWarnings("unchecked") // only T goes in
    @Nullable
    T removeFirst() {
        if (size == 0) {
            return null;
        }
        T value = (T) values[first];
        values[first] = null;
        first = first + 1 == values.length ? 0 : first + 1;
        size--;
        return value;
    }
}
