// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A binary heap in an array. */
public final class LimitHeap implements LimitTimers {
    private final LimitSleep[] heap;
    private int size;

    /**
     * Makes an empty heap.
     *
     * @param capacity how many can sleep at a time
     */
    public LimitHeap(int capacity) {
        heap = new LimitSleep[capacity];
    }

    @Override
    public void add(LimitSleep sleep) {
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            LimitSleep above = heap[parent];
            if (above.deadline <= sleep.deadline) {
                break;
            }
            heap[at] = above;
            at = parent;
        }
        heap[at] = sleep;
    }

    @Override
    public boolean advance() {
        if (size == 0) {
            return false;
        }
        long now = heap[0].deadline;
        while (size > 0 && heap[0].deadline <= now) {
            removeFirst().wake();
        }
        return true;
    }

    private LimitSleep removeFirst() {
        final LimitSleep first = heap[0];
        LimitSleep moved = heap[--size];
        heap[size] = null;
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1].deadline < heap[child].deadline) {
                child++;
            }
            if (moved.deadline <= heap[child].deadline) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        if (size > 0) {
            heap[at] = moved;
        }
        return first;
    }
}
