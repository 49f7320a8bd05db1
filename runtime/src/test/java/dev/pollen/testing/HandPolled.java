// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;

/** A future that a test opens: pending until then, counts its polls and keeps the waker of the last one. */
public final class HandPolled implements Future<Void> {
    private int polls;
    private Waker waker;
    private boolean open;
    private boolean cancelled;

    @Override
    public Poll poll(Context cx) {
        polls++;
        if (open && cx.spend()) {
            return Poll.READY;
        }
        waker = cx.waker();
        return Poll.PENDING;
    }

    @Override
    public Void get() {
        return null;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    /** Wakes the task that polled last. */
    public void wake() {
        waker.wake();
    }

    /** Lets the next poll be ready, and wakes. */
    public void open() {
        open = true;
        waker.wake();
    }

    /** The waker of the last poll that was pending. */
    public Waker waker() {
        return waker;
    }

    public int polls() {
        return polls;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
