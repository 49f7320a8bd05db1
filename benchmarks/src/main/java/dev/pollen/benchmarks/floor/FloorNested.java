// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/**
 * A task that calls through ten frames, each of a class of its own and part of the one above, the innermost of which yields
 * once: what the limit's do, with what the contract asks of an async function. Whoever awaits a frame knows it by an interface; its
 * poll says so when it is over; an exception ends it and goes on to whoever awaits; cancelling it cancels what it awaits;
 * and it can be seen where it stands.
 */
public final class FloorNested extends FloorTask {
    private final Level1 child = new Level1();
    private int calls;
    private int left;
    private int sum;

    /**
     * Makes a slot.
     *
     * @param pool its pool
     * @param index its place there
     */
    public FloorNested(FloorPool<?> pool, int index) {
        super(pool, index);
    }

    /**
     * Sets how many calls the task makes.
     *
     * @param count the number
     * @return this
     */
    public FloorNested set(int count) {
        calls = count;
        return this;
    }

    /**
     * What the calls gave.
     *
     * @return the sum of their results
     */
    public int sum() {
        return sum;
    }

    /**
     * What the task awaits.
     *
     * @return the outermost frame
     */
    public Awaited awaited() {
        return child;
    }

    @Override
    protected boolean poll(FloorExecutor cx) {
        if (state == 0) {
            left = calls;
            sum = 0;
        } else {
            if (state != 1) {
                checkPollable();
            }
            if (!child.poll(cx)) {
                return false;
            }
            sum += child.getAsInt();
        }
        while (left > 0) {
            left--;
            child.start(left);
            state = 1;
            if (!child.poll(cx)) {
                return false;
            }
            sum += child.getAsInt();
        }
        state = OVER;
        return true;
    }

    @Override
    protected int intResult() {
        return sum;
    }

    @Override
    protected String position() {
        return state == 1 ? "1, " + child.position() : super.position();
    }

    @Override
    protected void unwind() {
        child.cancel();
    }

    /** What can be awaited and gives an {@code int}. */
    public interface Awaited {
        /**
         * Goes on.
         *
         * @param cx gives the waker and the budget
         * @return whether this has ended
         */
        boolean poll(FloorExecutor cx);

        /**
         * The result.
         *
         * @return what this gives
         */
        int getAsInt();

        /** Ends this, and what it awaits. */
        void cancel();

        /**
         * Where this stands.
         *
         * @return the awaits, from the outside in
         */
        String position();
    }

    private abstract static class Level implements Awaited {
        private static final int DONE = -1;
        private static final int FAILED = -2;
        private static final int CANCELLED = -3;

        /** Before the first poll 0, then 1. */
        int state;

        /** The argument, then the result. */
        int value;

        final void start(int with) {
            value = with;
            state = 0;
        }

        final void checkPollable() {
            if (state < 0) {
                throw new IllegalStateException(getClass().getSimpleName() + " was polled after its end");
            }
        }

        final boolean end(int result) {
            value = result;
            state = DONE;
            return true;
        }

        final Error fail(Throwable thrown) {
            state = FAILED;
            return FloorNested.<Error>rethrow(thrown);
        }

        @Override
        public final int getAsInt() {
            return value;
        }

        @Override
        public final void cancel() {
            Awaited awaited = state == 1 ? child() : null;
            if (state >= 0) {
                state = CANCELLED;
            }
            if (awaited != null) {
                awaited.cancel();
            }
        }

        @Override
        public final String position() {
            Awaited awaited = state == 1 ? child() : null;
            return awaited == null ? Integer.toString(state) : state + ", " + awaited.position();
        }

        /** What this awaits in state 1; null for a yield. */
        abstract Awaited child();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E rethrow(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static final class Level1 extends Level {
        private final Level2 child = new Level2();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level2 extends Level {
        private final Level3 child = new Level3();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level3 extends Level {
        private final Level4 child = new Level4();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level4 extends Level {
        private final Level5 child = new Level5();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level5 extends Level {
        private final Level6 child = new Level6();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level6 extends Level {
        private final Level7 child = new Level7();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level7 extends Level {
        private final Level8 child = new Level8();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level8 extends Level {
        private final Level9 child = new Level9();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level9 extends Level {
        private final Level10 child = new Level10();

        @Override
        public boolean poll(FloorExecutor cx) {
            if (state == 0) {
                child.start(value + 1);
                state = 1;
            } else if (state != 1) {
                checkPollable();
            }
            try {
                return child.poll(cx) && end(child.getAsInt() + 1);
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return child;
        }
    }

    private static final class Level10 extends Level {
        @Override
        public boolean poll(FloorExecutor cx) {
            try {
                if (state == 0) {
                    state = 1;
                } else if (state != 1) {
                    checkPollable();
                } else if (cx.spend()) {
                    return end(value + 1);
                }
                cx.pollAgain();
                return false;
            } catch (Throwable thrown) {
                throw fail(thrown);
            }
        }

        @Override
        Awaited child() {
            return null;
        }
    }
}
