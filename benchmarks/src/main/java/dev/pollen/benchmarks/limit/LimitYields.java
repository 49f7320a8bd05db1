// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** Tasks that yield a number of times. Four classes, so that the executor's call of poll is as polymorphic as in a program. */
public abstract class LimitYields extends LimitTask {
    /** How often the task yields. */
    protected int count;

    private LimitYields() {}

    /**
     * Makes a task.
     *
     * @param kind which of four classes, modulo four
     * @return the task
     */
    public static LimitYields of(int kind) {
        return switch (kind & 3) {
            case 0 -> new First();
            case 1 -> new Second();
            case 2 -> new Third();
            default -> new Fourth();
        };
    }

    /**
     * Sets how often the task yields.
     *
     * @param yields the number
     */
    public final void set(int yields) {
        count = yields;
    }

    private static final class First extends LimitYields {
        private int done;

        @Override
        protected boolean poll() {
            if (state == 0) {
                done = 0;
                state = 1;
            }
            if (done == count) {
                return true;
            }
            done++;
            wake();
            return false;
        }
    }

    private static final class Second extends LimitYields {
        private int left;

        @Override
        protected boolean poll() {
            if (state == 0) {
                left = count;
                state = 1;
            }
            if (left == 0) {
                return true;
            }
            left--;
            wake();
            return false;
        }
    }

    private static final class Third extends LimitYields {
        private int done;

        @Override
        protected boolean poll() {
            if (state == 0) {
                done = 0;
                state = 1;
            }
            if (done >= count) {
                return true;
            }
            done++;
            wake();
            return false;
        }
    }

    private static final class Fourth extends LimitYields {
        private int left;

        @Override
        protected boolean poll() {
            if (state == 0) {
                left = count;
                state = 1;
            }
            if (left <= 0) {
                return true;
            }
            left--;
            wake();
            return false;
        }
    }
}
