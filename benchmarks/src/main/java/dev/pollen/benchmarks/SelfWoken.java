// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/** A future written by hand that wakes its own task while it is polled, and is used again. */
final class SelfWoken implements Future<Void> {
    private boolean waiting;

    SelfWoken() {}

    @Override
    public Poll poll(Context cx) {
        waiting = !waiting;
        if (waiting) {
            cx.waker().wake();
            return Poll.PENDING;
        }
        return Poll.READY;
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
