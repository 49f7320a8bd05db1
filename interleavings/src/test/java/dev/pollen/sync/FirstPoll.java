// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.interleavings.FlagWaker;
import dev.pollen.interleavings.Scenario;

/** One begins to wait while another thread gives what it waits for: it has it at once, or it is woken. */
abstract class FirstPoll<F extends Future<?>> extends Scenario {
    private final FlagWaker waker = new FlagWaker();
    F future;

    /** The future, which was not polled. */
    abstract F begin();

    /** What the other one does when it goes on. */
    void goOn() {}

    /** What holds when the future is ready. */
    void checkAfter() {}

    @Override
    protected final void execute() throws Exception {
        future = begin();
        Thread other = start(1);
        boolean ready = waker.isReady(future);
        other.join();
        goOn();
        if (!ready) {
            check(waker.wasWoken(), "the waiter was not woken");
            check(waker.isReady(future), "the waiter was woken for nothing");
        }
        checkAfter();
    }
}
