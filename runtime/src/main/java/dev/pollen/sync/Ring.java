// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/** First in, first out; all values have one rank. */
final class Ring<T> extends Store<T> {
    private final @Nullable Object[] values;

    /**
     * The number of the value in the same place; from the first to the last they increase, not always by one. Says nothing
     * where they do, up to the last that was given, which is always so until a value comes back.
     */
    private final int[] numbers;

    private boolean numbered;

    private int first;
    private int size;
    private int next;

    Ring(int capacity) {
        values = new Object[capacity];
        numbers = new int[capacity];
    }

    @Override
    int capacity() {
        return values.length;
    }

    @Override
    int size() {
        return size;
    }

    @Override
    void add(T value, long rank) {
        int end = place(size);
        values[end] = value;
        if (numbered) {
            number(end);
        }
        next++;
        size++;
    }

    private void number(int end) {
        if (size == 0) {
            numbered = false;
        } else {
            numbers[end] = next;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // only T goes in
    T first() {
        return (T) values[first];
    }

    @Override
    long firstRank() {
        return 0;
    }

    @Override
    int firstNumber() {
        return numbered ? numbers[first] : next - size;
    }

    @Override
    T removeFirst() {
        T value = first();
        forget(first);
        first = place(1);
        size--;
        return value;
    }

    @Override
    void putBack(T value, long rank, int number) {
        if (!numbered) {
            for (int i = 0; i < size; i++) {
                numbers[place(i)] = next - size + i;
            }
            numbered = true;
        }
        // Those before it are others that were put back.
        first = (first == 0 ? values.length : first) - 1;
        size++;
        int i = 0;
        for (; i + 1 < size && numbers[place(i + 1)] - number < 0; i++) {
            values[place(i)] = values[place(i + 1)];
            numbers[place(i)] = numbers[place(i + 1)];
        }
        values[place(i)] = value;
        numbers[place(i)] = number;
    }

    @Override
    void keep(int some) {
        while (size > some) {
            size--;
            forget(place(size));
        }
    }

    private int place(int behindFirst) {
        int place = first + behindFirst;
        return place < values.length ? place : place - values.length;
    }

    private void forget(int place) {
        values[place] = null; // for the collector
    }
}
