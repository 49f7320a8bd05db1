// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/** What an executor polls its tasks with; one object, set anew for each poll. */
abstract class PollContext implements Context {
    private static final int BUDGET = 128;

    /** A bit above all budgets. */
    private static final int TAKEN = 0x100;

    private @Nullable TaskHeader polled;

    /** The budget that is left, and {@link #TAKEN} when the waker was asked for: one field, so that one store begins a poll. */
    private int left = BUDGET;

    PollContext() {}

    final void begin(TaskHeader task) {
        polled = task;
        left = BUDGET;
    }

    /** The budget that is left to the current poll, for {@link #resume}. */
    final int left() {
        return left;
    }

    /** Goes on with a poll from inside of which another task was begun. */
    final void resume(@Nullable TaskHeader task, int budget) {
        polled = task;
        left = budget;
    }

    final void end() {
        polled = null;
    }

    /** The task that is being polled; null between polls. */
    final @Nullable TaskHeader task() {
        return polled;
    }

    /** Whether the last poll was as most are: something was ready, and the waker was asked for. */
    final boolean wasUsual() {
        return (left & TAKEN + BUDGET) == TAKEN;
    }

    /** Whether the last poll has asked for the waker. */
    final boolean wasWakerTaken() {
        return left >= TAKEN;
    }

    /** Whether nothing that the last poll awaited was ready. */
    final boolean wasUnspent() {
        return (left & BUDGET) != 0;
    }

    @Override
    public final Waker waker() {
        TaskHeader task = polled;
        if (task == null) {
            throw usedOutside();
        }
        left |= TAKEN;
        return task;
    }

    @Override
    public final void pollAgain() {
        TaskHeader task = polled;
        if (task == null) {
            throw usedOutside();
        }
        left |= TAKEN;
        wakeHere(task);
    }

    /** Whose context this is. */
    abstract Executor executor();

    /** Wakes the polled task, on the thread that polls it. */
    abstract void wakeHere(TaskHeader task);

    private static IllegalStateException usedOutside() {
        return new IllegalStateException(
                "a Context was used outside of the poll that it was given to: keep the waker, not the context");
    }

    @Override
    public final boolean spend() {
        int before = left;
        if ((before & TAKEN - 1) == 0) {
            return false;
        }
        left = before - 1;
        return true;
    }
}
