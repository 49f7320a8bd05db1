// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Unwinding;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/** A future with an alarm behind it: what the forms of {@link Timeout} have in common. */
abstract class TimeLimit<F extends Future<?>> extends Alarm implements Describable {
    static final String NAME = "a timeout";

    private @Nullable F future;

    /** The end of the time gives the value that is there already, and throws nothing. */
    private boolean lenient;

    TimeLimit() {}

    final void start(F started, long millis) {
        forget();
        startAfter(Ticks.of(millis, Ticks.PER_MILLI));
        future = started;
        lenient = false;
    }

    final void startUntil(F started, long instantNanos) {
        forget();
        startAt(instantNanos);
        future = started;
        lenient = false;
    }

    /** Says that the value that the subclass holds now is what the end of the time gives. */
    final void orElse() {
        lenient = true;
    }

    /**
     * Polls the future, then the alarm. Out of budget the alarm stays silent as well, so that a value which had to wait
     * for the next poll still wins.
     */
    final Poll pollWithin(Context cx) {
        checkPollable(NAME);
        F polled = future;
        Poll outcome;
        try {
            outcome = polled.poll(cx);
        } catch (Throwable thrown) {
            end();
            throw thrown;
        }
        if (outcome == Poll.READY) {
            end();
            keep(polled);
            return Poll.READY;
        }
        if (!ring(cx)) {
            return Poll.PENDING;
        }
        end();
        polled.cancel();
        if (lenient) {
            return Poll.READY;
        }
        throw Unwinding.rethrow(TimeoutException.SHARED);
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.child(future);
        to.reason(due("Timeout"));
    }

    /** {@code cancel()} of the future. */
    final void abandon() {
        F cancelled = future;
        if (disarm() && cancelled != null) {
            future = null;
            cancelled.cancel();
        }
    }

    /** Takes the value over from the future that is ready. */
    abstract void keep(F ready);

    /** Lets go of a value that was taken over. */
    void forget() {
        // A primitive holds nothing.
    }

    private void end() {
        finish();
        future = null;
    }
}
