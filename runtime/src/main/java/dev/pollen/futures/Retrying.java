// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.time.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Attempts with rests in between: the future of {@code retry(policy, attempt)}, and its slot.
 *
 * <pre>
 *              start()              throws, another attempt is left
 *   PLACED ------------> TRYING -------------------------------------> RESTING
 *                        |    ^                                           |
 *            value, or   |    '------------------- start() ---------------'
 *            the last exception
 * </pre>
 *
 * @see Futures#retry
 * @param <T> the type of the value
 */
public final class Retrying<T extends @Nullable Object> extends SingleUse implements Future<T>, Describable {
    private final Backoff backoff = new Backoff();
    private final Timer timer = new Timer();
    private @Nullable Attempt<T, ?> attempt;

    /** The attempt that runs, or the complete one; null while it rests. */
    private @Nullable Future<T> trying;

    private boolean resting;

    /** An empty slot. */
    public Retrying() {}

    void place(Retry policy, Attempt<T, ?> tried) {
        placed();
        if (policy == null || tried == null) {
            throw new NullPointerException(name().concat(" was given null"));
        }
        backoff.begin(policy);
        attempt = tried;
        trying = null;
        resting = false;
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.child(trying);
        if (resting) {
            to.child(timer);
        }
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        while (isRested(cx)) {
            try {
                if (trying == null) {
                    trying = attempt.start();
                }
                if (trying.poll(cx) == Poll.PENDING) {
                    return Poll.PENDING;
                }
                attempt = null;
                completes();
                return Poll.READY;
            } catch (Throwable thrown) {
                rest(thrown);
            }
        }
        return Poll.PENDING;
    }

    private boolean isRested(Context cx) {
        if (resting) {
            if (timer.poll(cx) == Poll.PENDING) {
                return false;
            }
            resting = false;
        }
        return true;
    }

    /** Throws what is not tried again. */
    private void rest(Throwable thrown) {
        trying = null;
        boolean again;
        try {
            again = backoff.fails() && backoff.retries(thrown);
        } catch (Throwable second) {
            attempt = null;
            fails();
            throw Cancelling.rethrow(second);
        }
        if (!again) {
            attempt = null;
            fails();
            throw Cancelling.rethrow(thrown);
        }
        Timer.afterNanos$in(backoff.nextRest(), timer);
        resting = true;
    }

    private Future<T> complete() {
        checkDone();
        Future<T> complete = trying;
        if (complete == null) {
            throw new IllegalStateException("the value of ".concat(name()).concat(" was read after it was taken"));
        }
        return complete;
    }

    @Override
    public T get() {
        return complete().get();
    }

    @Override
    public T take() {
        T value = complete().take();
        trying = null;
        return value;
    }

    @Override
    public void cancel() {
        if (!cancels()) {
            return;
        }
        Future<?> cancelled = trying;
        trying = null;
        attempt = null;
        if (resting) {
            timer.cancel();
        } else if (cancelled != null) {
            cancelled.cancel();
        }
    }

    @Override
    String name() {
        return "retry(policy, attempt)";
    }
}
