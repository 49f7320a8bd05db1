// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A task that calls through ten frames, each of a class of its own and part of the one above; the innermost yields once. */
public final class LimitNested extends LimitTask {
    private final Level1 child = new Level1();
    private int calls;
    private int left;
    private int sum;

    /** Makes a task that makes no call. */
    public LimitNested() {}

    /**
     * Sets how many calls the task makes.
     *
     * @param count the number
     */
    public void set(int count) {
        calls = count;
    }

    /**
     * What the calls gave.
     *
     * @return the sum of their results
     */
    public int sum() {
        return sum;
    }

    @Override
    protected boolean poll() {
        if (state == 0) {
            left = calls;
            sum = 0;
        }
        for (; ; ) {
            if (state == 0) {
                if (left == 0) {
                    return true;
                }
                left--;
                child.start(left);
                state = 1;
            }
            if (!child.poll(this)) {
                return false;
            }
            sum += child.result;
            state = 0;
            if (left == 0) {
                state = -1;
                return true;
            }
        }
    }

    private static final class Level1 {
        private int state;
        private int argument;
        private final Level2 child = new Level2();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level2 {
        private int state;
        private int argument;
        private final Level3 child = new Level3();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level3 {
        private int state;
        private int argument;
        private final Level4 child = new Level4();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level4 {
        private int state;
        private int argument;
        private final Level5 child = new Level5();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level5 {
        private int state;
        private int argument;
        private final Level6 child = new Level6();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level6 {
        private int state;
        private int argument;
        private final Level7 child = new Level7();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level7 {
        private int state;
        private int argument;
        private final Level8 child = new Level8();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level8 {
        private int state;
        private int argument;
        private final Level9 child = new Level9();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level9 {
        private int state;
        private int argument;
        private final Level10 child = new Level10();
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                child.start(argument + 1);
                state = 1;
            }
            if (!child.poll(task)) {
                return false;
            }
            result = child.result + 1;
            state = -1;
            return true;
        }
    }

    private static final class Level10 {
        private int state;
        private int argument;
        int result;

        void start(int with) {
            argument = with;
            state = 0;
        }

        boolean poll(LimitTask task) {
            if (state == 0) {
                state = 1;
                task.wake();
                return false;
            }
            result = argument + 1;
            state = -1;
            return true;
        }
    }
}
