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
        if (waiting && cx.spend()) {
            waiting = false;
            return Poll.READY;
        }
        waiting = true;
        cx.waker().wake();
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
