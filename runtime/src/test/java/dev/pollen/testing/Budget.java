// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import dev.pollen.Context;
import dev.pollen.Waker;

/** A context with a waker and a number of ready results that it allows. */
public final class Budget implements Context {
    private final Waker waker;
    private int left;

    public Budget(Waker waker, int left) {
        this.waker = waker;
        this.left = left;
    }

    @Override
    public Waker waker() {
        return waker;
    }

    @Override
    public boolean spend() {
        return left-- > 0;
    }

    /** How many ready results are still allowed. */
    public int left() {
        return left;
    }
}
