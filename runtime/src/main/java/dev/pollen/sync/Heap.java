// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/** Highest rank first, then first in, first out: a binary heap in arrays that are made once. */
final class Heap<T> extends Store<T> {
    private final @Nullable Object[] values;
    private final long[] ranks;
    private final int[] numbers;
    private int size;
    private int next;

    Heap(int capacity) {
        values = new Object[capacity];
        ranks = new long[capacity];
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
        putBack(value, rank, next++);
    }

    @Override
    T first() {
        return value(0);
    }

    @Override
    long firstRank() {
        return ranks[0];
    }

    @Override
    int firstNumber() {
        return numbers[0];
    }

    @Override
    T removeFirst() {
        T value = first();
        remove(0);
        return value;
    }

    @Override
    void putBack(T value, long rank, int number) {
        rise(size++, value, rank, number);
    }

    @Override
    void keep(int some) {
        while (size > some) {
            remove(last());
        }
    }

    @SuppressWarnings("unchecked") // only T goes in
    T value(int place) {
        return (T) values[place];
    }

    /** The number that the next value will have. */
    int next() {
        return next;
    }

    /** How many values have come since the one in a place, at the time of some {@link #next}. */
    int age(int place, int at) {
        return at - numbers[place];
    }

    /** Where the oldest value is that is younger than some age; -1 if there is none that has one. */
    int oldestBelow(int age, int at) {
        int oldest = -1;
        for (int i = 0; i < size; i++) {
            int own = age(i, at);
            if (own > 0 && own < age && (oldest < 0 || own > age(oldest, at))) {
                oldest = i;
            }
        }
        return oldest;
    }

    void remove(int place) {
        size--;
        Object moved = values[size];
        long rank = ranks[size];
        int number = numbers[size];
        values[size] = null;
        if (place != size) {
            sink(place, moved, rank, number);
        }
    }

    /** The place of the value that leaves last. */
    private int last() {
        int last = 0;
        for (int i = 1; i < size; i++) {
            if (precedes(ranks[last], numbers[last], i)) {
                last = i;
            }
        }
        return last;
    }

    private boolean precedes(long rank, int number, int place) {
        return rank > ranks[place] || rank == ranks[place] && number - numbers[place] < 0;
    }

    private void rise(int from, @Nullable Object value, long rank, int number) {
        int place = from;
        while (place > 0 && precedes(rank, number, (place - 1) / 2)) {
            move((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        put(place, value, rank, number);
    }

    /** Puts a value into a hole, or below it; above it, if it came from another branch. */
    private void sink(int from, @Nullable Object value, long rank, int number) {
        int place = from;
        for (; ; ) {
            int child = 2 * place + 1;
            if (child + 1 < size && precedes(ranks[child + 1], numbers[child + 1], child)) {
                child++;
            }
            if (child >= size || precedes(rank, number, child)) {
                break;
            }
            move(child, place);
            place = child;
        }
        rise(place, value, rank, number);
    }

    private void move(int from, int to) {
        put(to, values[from], ranks[from], numbers[from]);
    }

    private void put(int place, @Nullable Object value, long rank, int number) {
        values[place] = value;
        ranks[place] = rank;
        numbers[place] = number;
    }
}
