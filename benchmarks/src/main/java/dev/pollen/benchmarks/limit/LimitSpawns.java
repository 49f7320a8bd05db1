// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A task that spawns a child from a pool, waits for its result, and does so again. */
public final class LimitSpawns extends LimitTask {
    private Child free = new Child();
    private Child child;
    private int count;
    private int left;
    private int sum;

    /** Makes a task that spawns nothing. */
    public LimitSpawns() {}

    /**
     * Sets how many children the task spawns.
     *
     * @param children the number
     */
    public void set(int children) {
        count = children;
    }

    /**
     * What the children gave.
     *
     * @return the sum of their results
     */
    public int sum() {
        return sum;
    }

    @Override
    protected boolean poll() {
        if (state == 0) {
            left = count;
            sum = 0;
        } else {
            sum += child.result;
            child = null;
        }
        if (left == 0) {
            state = -1;
            return true;
        }
        left--;
        child = free;
        free = child.nextFree;
        child.argument = left;
        child.waiter = this;
        state = 1;
        executor.spawn(child);
        return false;
    }

    private final class Child extends LimitTask {
        private Child nextFree;
        private LimitSpawns waiter;
        private int argument;
        private int result;

        @Override
        protected boolean poll() {
            result = argument + 1;
            state = -1;
            nextFree = free;
            free = this;
            waiter.wake();
            waiter = null;
            return true;
        }
    }
}
