// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A task that wakes itself a number of times, in the way that any thread can. */
public final class LimitSelfWoken extends LimitTask {
    private final int count;
    private int left;

    /**
     * Makes a task.
     *
     * @param wakes how often it wakes itself
     */
    public LimitSelfWoken(int wakes) {
        count = wakes;
    }

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
        wakeFromAnywhere();
        return false;
    }
}
