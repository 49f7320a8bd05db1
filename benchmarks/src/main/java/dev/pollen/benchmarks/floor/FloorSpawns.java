// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/** A task that spawns a child from a pool, waits for its result, and does so again. */
public final class FloorSpawns extends FloorTask {
    private final FloorPool<Child> children;
    private final FloorHandle handle = new FloorHandle();
    private int count;
    private int left;
    private int sum;

    /**
     * Makes a slot.
     *
     * @param pool its pool
     * @param index its place there
     * @param children the pool of what it spawns
     */
    public FloorSpawns(FloorPool<?> pool, int index, FloorPool<Child> children) {
        super(pool, index);
        this.children = children;
    }

    /**
     * Sets how many children the task spawns.
     *
     * @param number the number
     * @return this
     */
    public FloorSpawns set(int number) {
        count = number;
        return this;
    }

    @Override
    protected int intResult() {
        return sum;
    }

    /**
     * What the children of the last run gave.
     *
     * @return the sum of their results
     */
    public int sum() {
        return sum;
    }

    @Override
    protected boolean poll(FloorExecutor cx) {
        if (state == 0) {
            left = count;
            sum = 0;
        } else if (state == 1) {
            if (!handle.poll(cx)) {
                return false;
            }
            sum += handle.getAsInt();
        } else {
            checkPollable();
        }
        while (left != 0) {
            left--;
            Child child = children.claim();
            if (child != null) {
                child.argument = left;
            }
            cx.submit(child, handle);
            state = 1;
            if (!handle.poll(cx)) {
                return false;
            }
            sum += handle.getAsInt();
        }
        state = OVER;
        return true;
    }

    /** A child, which gives a number. */
    public static final class Child extends FloorTask {
        private int argument;
        private int result;

        /**
         * Makes a slot.
         *
         * @param pool its pool
         * @param index its place there
         */
        public Child(FloorPool<?> pool, int index) {
            super(pool, index);
        }

        @Override
        protected int intResult() {
            return result;
        }

        @Override
        protected boolean poll(FloorExecutor cx) {
            checkPollable();
            result = argument + 1;
            state = OVER;
            return true;
        }
    }
}
