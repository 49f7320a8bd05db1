// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import dev.pollen.executor.Executor;
import dev.pollen.platform.InterruptContext;

/** A context with a waker of the caller's choice. */
final class HandContext implements Context {
    private final Waker waker;

    HandContext(Waker waker) {
        if (waker == null) {
            throw new NullPointerException("waker");
        }
        InterruptContext.refuse("a future was to be polled");
        this.waker = waker;
    }

    @Override
    public Waker waker() {
        return waker;
    }

    @Override
    public boolean spend() {
        Executor executor = Executor.current();
        return executor == null || executor.spend();
    }
}
