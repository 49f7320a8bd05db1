// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/** What a future is polled with: the way to wake its task, and the budget of this poll. */
public interface Context {
    /**
     * The waker of the polling task. Every poll that returns PENDING asks for it, also where it is registered already:
     * a task that did not, and that nothing has woken, is reported as lost.
     *
     * @return the waker; the same object in every poll of one task
     */
    Waker waker();

    /**
     * Takes one from the poll's budget; a leaf future that is ready calls it before it says so.
     *
     * <p>A task may take 128 ready results in one poll. Where this returns false the leaf keeps what it has been
     * granted, calls {@link #pollAgain} and returns PENDING, so that the other tasks get their turn.
     *
     * @return whether the leaf may return READY
     */
    boolean spend();

    /**
     * Has the task polled again, in the next round: {@code waker().wake()}, which costs more, as any thread may call it.
     */
    default void pollAgain() {
        waker().wake();
    }

    /**
     * A context for polling by hand.
     *
     * @param waker what the polled future will wake
     * @return a context with that waker; inside a task it spends the task's budget, elsewhere it has no limit
     * @throws IllegalStateException in an interrupt handler, which may not poll
     */
    static Context of(Waker waker) {
        return new HandContext(waker);
    }

    /**
     * The context of polls that unwind a cancelled frame.
     *
     * @return a context whose waker does nothing and whose budget has no limit; always the same object
     */
    static Context cancelled() {
        return CancelledContext.INSTANCE;
    }
}
