// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;

/** Polls a future by hand, and remembers whether it was woken since. */
public final class FlagWaker implements Waker {
    private final Context context = Context.of(this);
    private volatile boolean woken;

    /** A waker that was not woken. */
    public FlagWaker() {}

    @Override
    public void wake() {
        woken = true;
    }

    /** Polls; wakes before do not count any more. */
    public boolean isReady(Future<?> future) {
        woken = false;
        return future.poll(context) == Poll.READY;
    }

    /** Whether a wake came after the last poll. */
    public boolean wasWoken() {
        return woken;
    }
}
