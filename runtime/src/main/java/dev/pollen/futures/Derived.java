// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/** A future whose value is made of that of another one, in the poll that finds that one ready. */
abstract class Derived<F extends Future<?>> extends SingleUse implements Describable {
    private @Nullable F source;

    Derived() {}

    final void begins(F f) {
        placed();
        source = present(f);
    }

    /** {@code poll} of the subclasses. */
    final Poll pollSource(Context cx) {
        starts();
        F polled = source;
        try {
            if (polled.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            source = null;
            derive(polled);
        } catch (Throwable thrown) {
            source = null;
            letGo();
            fails();
            throw Cancelling.rethrow(thrown);
        }
        letGo();
        completes();
        return Poll.READY;
    }

    /** Takes the value of the other future, which is complete, and keeps what is made of it. */
    abstract void derive(F complete) throws Throwable;

    /** Nulls what makes the value. */
    abstract void letGo();

    @Override
    public final void describeWait(WaitDescription to) {
        to.child(source);
    }

    /** {@code cancel} of the subclasses. */
    final void cancelSource() {
        if (cancels()) {
            F cancelled = source;
            source = null;
            letGo();
            cancelled.cancel();
        }
    }
}
