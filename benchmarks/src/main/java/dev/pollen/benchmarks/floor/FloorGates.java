// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/** A task that awaits a gate, again and again. */
public final class FloorGates extends FloorTask {
    private Gate gate;

    /**
     * Makes a slot.
     *
     * @param pool its pool
     * @param index its place there
     */
    public FloorGates(FloorPool<?> pool, int index) {
        super(pool, index);
    }

    /**
     * Sets what the task awaits.
     *
     * @param awaited what
     * @return this
     */
    public FloorGates set(Gate awaited) {
        gate = awaited;
        return this;
    }

    @Override
    protected boolean poll(FloorExecutor cx) {
        if (state != 1) {
            checkPollable();
            state = 1;
        }
        while (gate.poll(cx)) {
            // The next time.
        }
        return false;
    }

    /** A future that is ready when its task is woken, and used again. */
    public static final class Gate implements FloorSelfWoken.Awaited {
        private FloorTask waker;
        private boolean waiting;
        private long passed;

        /** A gate that nobody waits at. */
        public Gate() {}

        /** Wakes the task; on any thread. */
        public void open() {
            waker.wake();
        }

        /**
         * How often the task has gone through.
         *
         * @return the number
         */
        public long passed() {
            return passed;
        }

        @Override
        public boolean poll(FloorExecutor cx) {
            waker = cx.waker();
            if (waiting && cx.spend()) {
                waiting = false;
                passed++;
                return true;
            }
            waiting = true;
            return false;
        }
    }
}
