// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/**
 * Slots of one kind, all made at once, which any thread may claim.
 *
 * @param <T> the class of the slots
 */
public final class FloorPool<T extends FloorTask> {
    final String name;
    private final FloorTask[] slots;

    /** A version in the upper half, so that a slot which was claimed and released meanwhile is not taken for the same. */
    private final AtomicLong free = new AtomicLong(1);

    /**
     * Makes a pool.
     *
     * @param name of its tasks
     * @param size how many slots
     * @param maker makes them
     */
    public FloorPool(String name, int size, BiFunction<FloorPool<T>, Integer, T> maker) {
        this.name = name;
        slots = new FloorTask[size];
        for (int index = 0; index < size; index++) {
            slots[index] = maker.apply(this, index);
            slots[index].nextFree = index + 1 < size ? index + 2 : 0;
        }
    }

    /**
     * Takes a free slot.
     *
     * @return the slot; null if there is none
     */
    @SuppressWarnings("unchecked") // the pool has no others
    public T claim() {
        for (; ; ) {
            long seen = free.get();
            int first = (int) seen;
            if (first == 0) {
                return null;
            }
            FloorTask task = slots[first - 1];
            if (free.compareAndSet(seen, nextVersion(seen) | task.nextFree)) {
                task.stage = FloorTask.CLAIMED;
                task.state = 0;
                return (T) task;
            }
        }
    }

    void release(FloorTask task) {
        task.stage = FloorTask.FREE;
        long seen;
        do {
            seen = free.get();
            task.nextFree = (int) seen;
        } while (!free.compareAndSet(seen, nextVersion(seen) | task.index + 1));
    }

    FloorTask[] slots() {
        return slots;
    }

    private static long nextVersion(long seen) {
        return (seen >>> 32) + 1 << 32;
    }
}
