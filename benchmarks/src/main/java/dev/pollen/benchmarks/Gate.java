// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;

/** A future that is ready when its task is woken, and used again: a driver and its interrupt handler without the device. */
final class Gate implements Future<Void> {
    private Waker waker;
    private boolean waiting;

    Gate() {}

    /** Wakes the task; on any thread. */
    void open() {
        waker.wake();
    }

    @Override
    public Poll poll(Context cx) {
        waker = cx.waker();
        if (waiting && cx.spend()) {
            waiting = false;
            return Poll.READY;
        }
        waiting = true;
        return Poll.PENDING;
    }

    @Override
    public Void get() {
        return null;
    }

    @Override
    public void cancel() {
        waiting = false;
    }
}
