// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Waker;
import dev.pollen.platform.CriticalSection;
import org.jspecify.annotations.Nullable;

/**
 * A place for one waker, between a future written by hand and whoever will wake it: an interrupt handler, a driver,
 * another thread.
 *
 * <pre>{@code
 * private final AtomicWaker waker = new AtomicWaker();
 * private volatile boolean there;
 *
 * void onInterrupt() {
 *     there = true;
 *     waker.wake();
 * }
 *
 * @Override
 * public Poll poll(Context cx) {
 *     waker.register(cx.waker()); // first this, then the look: an interrupt in between wakes
 *     return there ? Poll.READY : Poll.PENDING;
 * }
 * }</pre>
 *
 * <p>It is for one task at a time. Where a second one registers, the first is woken, polls, and registers in turn: two
 * tasks that share one of these poll for ever, so give each its own, or wait on a {@link Notification}.
 *
 * <p><b>Cancel safety.</b> A future that is cancelled lets its waker go by {@link #take}; where it does not, its task
 * is woken once for nothing.
 *
 * <p><b>Threading.</b> Each method may be called from any thread, and from an interrupt handler.
 *
 * <p><b>Allocation.</b> None.
 *
 * <p><b>Errors.</b> None: each method may be called at any time.
 */
public final class AtomicWaker {
    private final CriticalSection section = new CriticalSection();
    private @Nullable Waker registered;

    /** Without a waker. */
    public AtomicWaker() {}

    /**
     * Remembers whom to wake, in place of the one before. If that was another one, it is woken: it would wait in vain.
     *
     * @param waker the waker of the present poll
     */
    public void register(Waker waker) {
        Waker before = exchange(waker);
        if (before != null && before != waker) {
            before.wake();
        }
    }

    /** Wakes whoever is registered, and forgets it. */
    public void wake() {
        Waker waker = exchange(null);
        if (waker != null) {
            waker.wake();
        }
    }

    /**
     * Takes the waker without waking it.
     *
     * @return null if none is registered
     */
    public @Nullable Waker take() {
        return exchange(null);
    }

    /**
     * Whether somebody is registered, which may change at any time.
     *
     * @return whether {@link #wake} would wake
     */
    public boolean isRegistered() {
        section.enter();
        try {
            return registered != null;
        } finally {
            section.exit();
        }
    }

    private @Nullable Waker exchange(@Nullable Waker waker) {
        section.enter();
        try {
            Waker before = registered;
            registered = waker;
            return before;
        } finally {
            section.exit();
        }
    }
}
