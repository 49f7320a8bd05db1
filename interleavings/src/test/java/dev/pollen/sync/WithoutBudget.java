// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Waker;
import dev.pollen.interleavings.FlagWaker;

/** A context that lets nothing be taken: what is there is granted, and stays so. */
final class WithoutBudget implements Context {
    @Override
    public Waker waker() {
        return new FlagWaker();
    }

    @Override
    public boolean spend() {
        return false;
    }
}
