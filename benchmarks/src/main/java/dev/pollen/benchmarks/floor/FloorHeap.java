// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/** A heap of four children to a node, whose deadlines stand in an array of their own. */
public final class FloorHeap extends FloorTimers {
    private final long[] deadlines;
    private final FloorSleep[] sleeps;
    private int size;
    private long added;

    /**
     * Makes an empty heap at time 0.
     *
     * @param capacity how many can sleep at a time
     */
    public FloorHeap(int capacity) {
        deadlines = new long[capacity];
        sleeps = new FloorSleep[capacity];
    }

    @Override
    void add(FloorSleep sleep) {
        sleep.added = added++;
        rise(sleep, size++);
    }

    @Override
    void remove(FloorSleep sleep) {
        int at = sleep.at;
        sleep.at = FloorSleep.AWAKE;
        size--;
        FloorSleep moved = sleeps[size];
        sleeps[size] = null;
        if (at != size) {
            rise(moved, sink(moved, at));
        }
    }

    private void rise(FloorSleep sleep, int from) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 2;
            if (!isBefore(sleep.deadline, sleep, parent)) {
                break;
            }
            put(at, sleeps[parent], deadlines[parent]);
            at = parent;
        }
        put(at, sleep, sleep.deadline);
    }

    /** Moves a hole down to where a task belongs; where that is. */
    private int sink(FloorSleep moved, int from) {
        int at = from;
        for (int child = 4 * at + 1; child < size; child = 4 * at + 1) {
            int least = child;
            int last = Math.min(child + 4, size);
            for (int other = child + 1; other < last; other++) {
                if (isBefore(deadlines[other], sleeps[other], least)) {
                    least = other;
                }
            }
            if (isBefore(moved.deadline, moved, least)) {
                break;
            }
            put(at, sleeps[least], deadlines[least]);
            at = least;
        }
        return at;
    }

    private boolean isBefore(long deadline, FloorSleep sleep, int other) {
        long there = deadlines[other];
        return deadline < there || deadline == there && sleep.added < sleeps[other].added;
    }

    private void put(int at, FloorSleep sleep, long deadline) {
        deadlines[at] = deadline;
        sleeps[at] = sleep;
        sleep.at = at;
    }

    @Override
    void wakeDue() {
        while (size > 0 && deadlines[0] <= now) {
            FloorSleep first = sleeps[0];
            remove(first);
            first.wake();
        }
    }

    @Override
    boolean advance() {
        if (size == 0) {
            return false;
        }
        now = Math.max(now, deadlines[0]);
        return true;
    }
}
