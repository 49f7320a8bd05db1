// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A task that waits to be woken, again and again. */
public final class LimitGates extends LimitTask {
    private long passed;

    /** Makes a task. */
    public LimitGates() {}

    /**
     * How often the task was polled.
     *
     * @return the number
     */
    public long passed() {
        return passed;
    }

    @Override
    protected boolean poll() {
        state = 1;
        passed++;
        return false;
    }
}
