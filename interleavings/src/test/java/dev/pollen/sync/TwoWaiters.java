// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.interleavings.FlagWaker;
import dev.pollen.interleavings.Scenario;

/** Two wait for the same; another thread cancels the first while it is granted: it goes to the second, at once. */
abstract class TwoWaiters<F extends Future<?>> extends Scenario {
    final FlagWaker firstWaker = new FlagWaker();
    final FlagWaker secondWaker = new FlagWaker();
    F first;
    F second;

    final void await(F one, F two) {
        first = one;
        second = two;
        check(!firstWaker.isReady(first) && !secondWaker.isReady(second), "there was something to wait for");
    }

    final void checkSecond() {
        check(secondWaker.wasWoken(), "the second waiter was not woken");
        check(secondWaker.isReady(second), "the second waiter was woken for nothing");
    }

    /** What both wait for will never be there: the second learns it. */
    final void checkSecondFails(Class<? extends RuntimeException> with) {
        check(secondWaker.wasWoken(), "the second waiter was not woken");
        try {
            check(!secondWaker.isReady(second), "the second waiter got something");
        } catch (RuntimeException e) {
            check(with.isInstance(e), "the second waiter failed otherwise");
            return;
        }
        check(false, "the second waiter did not fail");
    }

    @Override
    protected void execute(int thread) {
        cancel(first);
    }
}
