// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * Whether a future is ready at once: the future of {@code pollOnce(f)}, its slot, and its value. As a value it is a view: it
 * holds until the expression that made it runs again.
 *
 * @see Futures#pollOnce
 * @param <F> the class of the future that is polled
 */
public class PollOnce<F extends Future<?>> extends SingleUse implements Future<PollOnce<F>>, Describable {
    private @Nullable F future;

    /** Whether the future was polled; what is missing is budget. */
    private boolean polled;

    /** An empty slot. */
    public PollOnce() {}

    final void place(F f) {
        placed();
        polled = false;
        future = present(f);
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.reason("its turn");
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        if (!polled) {
            polled = true;
            try {
                if (future.poll(cx) == Poll.READY) {
                    completes();
                    return Poll.READY;
                }
                F cancelled = future;
                future = null;
                cancelled.cancel();
            } catch (Throwable thrown) {
                future = null;
                fails();
                throw thrown;
            }
        }
        // One that is ready has spent for itself.
        if (!cx.spend()) {
            cx.pollAgain();
            return Poll.PENDING;
        }
        completes();
        return Poll.READY;
    }

    /**
     * Whether the future was ready.
     *
     * @return whether {@link #future} may be called
     * @throws IllegalStateException if this is not complete
     */
    public boolean isReady() {
        checkDone();
        return future != null;
    }

    /**
     * The future, complete.
     *
     * @return the future itself
     * @throws IllegalStateException if this is not complete, or if the future was not ready
     */
    public F future() {
        if (!isReady()) {
            throw new IllegalStateException(
                    "future() of a pollOnce was read, but it was not ready; ask isReady() first");
        }
        return future;
    }

    @Override
    public PollOnce<F> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        if (cancels()) {
            F cancelled = future;
            future = null;
            if (cancelled != null) {
                cancelled.cancel();
            }
        }
    }

    @Override
    final String name() {
        return "pollOnce(f)";
    }
}
