// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/** What an executor polls its tasks with; one object, set anew for each poll. */
final class PollContext implements Context {
    private static final int BUDGET = 128;

    private @Nullable TaskHeader task;
    private int budget = BUDGET;
    private boolean wakerTaken;

    void begin(TaskHeader polled) {
        task = polled;
        budget = BUDGET;
        wakerTaken = false;
    }

    void end() {
        task = null;
    }

    /** The task that is being polled; null between polls. */
    @Nullable
    TaskHeader task() {
        return task;
    }

    /** Whether the last poll has asked for the waker. */
    boolean wasWakerTaken() {
        return wakerTaken;
    }

    /** Whether nothing that the last poll awaited was ready. */
    boolean isUnspent() {
        return budget == BUDGET;
    }

    @Override
    public Waker waker() {
        TaskHeader polled = task;
        if (polled == null) {
            throw new IllegalStateException(
                    "a Context was used outside of the poll that it was given to: keep the waker,"
                            + " not the context");
        }
        wakerTaken = true;
        return polled;
    }

    @Override
    public boolean spend() {
        if (budget == 0) {
            return false;
        }
        budget--;
        return true;
    }
}
