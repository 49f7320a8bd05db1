// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/** The context of clean-up: nothing that it polls will be polled again. */
final class CancelledContext implements Context, Waker {
    static final CancelledContext INSTANCE = new CancelledContext();

    private CancelledContext() {}

    @Override
    public Waker waker() {
        return this;
    }

    @Override
    public boolean spend() {
        return true;
    }

    @Override
    public void wake() {
        // The frame is over: there is nothing to wake.
    }
}
