// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/** Tasks that yield a number of times, in four classes, as those of the limit. */
public abstract class FloorYields extends FloorTask {
    /** How often the task yields. */
    protected int count;

    private FloorYields(FloorPool<?> pool, int index) {
        super(pool, index);
    }

    /**
     * Makes pools of four classes.
     *
     * @param size of each
     * @return the pools
     */
    public static FloorPool<?>[] pools(int size) {
        return new FloorPool<?>[] {
            new FloorPool<FloorYields>("first", size, First::new),
            new FloorPool<FloorYields>("second", size, Second::new),
            new FloorPool<FloorYields>("third", size, Third::new),
            new FloorPool<FloorYields>("fourth", size, Fourth::new)
        };
    }

    /**
     * Claims a task.
     *
     * @param pools what {@link #pools} gave
     * @param kind which of four classes, modulo four
     * @param yields how often it yields
     * @return the task; null if there is no free one
     */
    public static FloorTask claim(FloorPool<?>[] pools, int kind, int yields) {
        FloorYields task = (FloorYields) pools[kind & 3].claim();
        if (task != null) {
            task.count = yields;
        }
        return task;
    }

    private static final class First extends FloorYields {
        private int done;

        First(FloorPool<?> pool, int index) {
            super(pool, index);
        }

        @Override
        protected boolean poll(FloorExecutor cx) {
            if (state == 0) {
                done = 0;
                state = 1;
            } else if (state != 1) {
                checkPollable();
            } else if (!cx.spend()) {
                cx.pollAgain();
                return false;
            }
            if (done == count) {
                state = OVER;
                return true;
            }
            done++;
            cx.pollAgain();
            return false;
        }
    }

    private static final class Second extends FloorYields {
        private int left;

        Second(FloorPool<?> pool, int index) {
            super(pool, index);
        }

        @Override
        protected boolean poll(FloorExecutor cx) {
            if (state == 0) {
                left = count;
                state = 1;
            } else if (state != 1) {
                checkPollable();
            } else if (!cx.spend()) {
                cx.pollAgain();
                return false;
            }
            if (left == 0) {
                state = OVER;
                return true;
            }
            left--;
            cx.pollAgain();
            return false;
        }
    }

    private static final class Third extends FloorYields {
        private int done;

        Third(FloorPool<?> pool, int index) {
            super(pool, index);
        }

        @Override
        protected boolean poll(FloorExecutor cx) {
            if (state == 0) {
                done = 0;
                state = 1;
            } else if (state != 1) {
                checkPollable();
            } else if (!cx.spend()) {
                cx.pollAgain();
                return false;
            }
            if (done >= count) {
                state = OVER;
                return true;
            }
            done++;
            cx.pollAgain();
            return false;
        }
    }

    private static final class Fourth extends FloorYields {
        private int left;

        Fourth(FloorPool<?> pool, int index) {
            super(pool, index);
        }

        @Override
        protected boolean poll(FloorExecutor cx) {
            if (state == 0) {
                left = count;
                state = 1;
            } else if (state != 1) {
                checkPollable();
            } else if (!cx.spend()) {
                cx.pollAgain();
                return false;
            }
            if (left <= 0) {
                state = OVER;
                return true;
            }
            left--;
            cx.pollAgain();
            return false;
        }
    }
}
