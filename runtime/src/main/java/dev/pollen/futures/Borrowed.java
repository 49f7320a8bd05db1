// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * A future that is lent to a combinator: the future of {@code borrow(f)}, and its slot. Its value is the future itself,
 * complete.
 *
 * @see Futures#borrow
 * @param <F> the class of the future that is lent
 */
public class Borrowed<F extends Future<?>> extends SingleUse implements Future<F>, Describable {
    private @Nullable F lent;

    /** An empty slot. */
    public Borrowed() {}

    final void place(F f) {
        placed();
        lent = present(f);
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.child(lent);
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        Poll found;
        try {
            found = lent.poll(cx);
        } catch (Throwable thrown) {
            fails();
            lent = null;
            throw thrown;
        }
        if (found == Poll.READY) {
            completes();
        }
        return found;
    }

    @Override
    public F get() {
        checkDone();
        F complete = lent;
        if (complete == null) {
            throw new IllegalStateException("the value of borrow(f) was read after it was taken");
        }
        return complete;
    }

    @Override
    public F take() {
        F complete = get();
        lent = null;
        return complete;
    }

    /** Gives the future back as it is. It may stay registered where it waits; its wake is then a spurious one. */
    @Override
    public void cancel() {
        if (cancels()) {
            lent = null;
        }
    }

    @Override
    final String name() {
        return "borrow(f)";
    }
}
