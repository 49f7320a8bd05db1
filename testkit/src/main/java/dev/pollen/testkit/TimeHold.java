// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

/**
 * Keeps virtual time from running ahead of work that another thread does in real time, see {@link TestExecutor#holdTime}.
 * Closed when the work is done, from any thread.
 */
public final class TimeHold implements AutoCloseable {
    private final TimeHolds holds;
    private final String what;

    TimeHold(TimeHolds holds, String what) {
        this.holds = holds;
        this.what = what;
    }

    /** Lets time run again, unless it is held for other reasons too. Does nothing when called again. */
    @Override
    public void close() {
        holds.release(this);
    }

    @Override
    public String toString() {
        return what;
    }
}
