// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/** A task that awaits, a number of times, what is not its own: a future that wakes it in the way that any thread can. */
public final class FloorSelfWoken extends FloorTask {
    private Awaited future;
    private int count;
    private int left;

    /**
     * Makes a slot.
     *
     * @param pool its pool
     * @param index its place there
     */
    public FloorSelfWoken(FloorPool<?> pool, int index) {
        super(pool, index);
    }

    /**
     * Sets how often the task awaits, and what.
     *
     * @param awaited what
     * @param times how often
     * @return this
     */
    public FloorSelfWoken set(Awaited awaited, int times) {
        future = awaited;
        count = times;
        return this;
    }

    @Override
    protected boolean poll(FloorExecutor cx) {
        if (state == 0) {
            left = count;
            state = 1;
        } else if (state != 1) {
            checkPollable();
        } else {
            if (!future.poll(cx)) {
                return false;
            }
            left--;
        }
        while (left > 0) {
            if (!future.poll(cx)) {
                return false;
            }
            left--;
        }
        future = null;
        state = OVER;
        return true;
    }

    /** What a task can await. */
    public interface Awaited {
        /**
         * Asks whether it is ready.
         *
         * @param cx gives the waker and the budget
         * @return whether it is
         */
        boolean poll(FloorExecutor cx);
    }

    /** Wakes its task while it is polled, and is used again. */
    public static final class Woken implements Awaited {
        private boolean waiting;

        /** A future that waits for nothing. */
        public Woken() {}

        @Override
        public boolean poll(FloorExecutor cx) {
            if (waiting && cx.spend()) {
                waiting = false;
                return true;
            }
            waiting = true;
            cx.waker().wake();
            return false;
        }
    }
}
