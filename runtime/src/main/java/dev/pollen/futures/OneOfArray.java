// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import org.jspecify.annotations.Nullable;

/** What {@code select}, {@code selectAll} and {@code race} of an array have in common. */
abstract class OneOfArray<F extends Future<?>> extends ChildArray<F> {
    private static final int NONE = -1;

    /** The first child that is ready. */
    private int index;

    /** Whether all children are polled, and all that are ready reported. */
    private boolean all;

    /** What the child that was polled last has thrown, if another one was ready before. */
    private @Nullable Throwable failure;

    OneOfArray() {}

    final void place(F[] array, boolean reportsAll) {
        all = reportsAll;
        begins(array);
        if (array.length == 0) {
            throw new IllegalArgumentException(name().concat(" was given no futures: nothing would ever be ready"));
        }
        index = NONE;
        failure = null;
    }

    final boolean reportsAll() {
        return all;
    }

    /**
     * The first child that is ready, in the order of the array: of {@code select} the one that has won.
     *
     * @return its index in the array
     * @throws IllegalStateException if it is not complete
     */
    public int index() {
        checkDone();
        return index;
    }

    /** The first child that is ready; null after it was let go. */
    final @Nullable F first() {
        F[] complete = checkedChildren();
        return complete == null ? null : complete[index];
    }

    /** Checked before a child is given that has ended. */
    final void reads(int child) {
        Throwable thrown = failure;
        if (thrown != null && child == polled()) {
            throw Cancelling.rethrow(thrown);
        }
    }

    /** {@code poll} of the subclasses. */
    final Poll pollForOne(Context cx) {
        starts();
        Throwable kept = null;
        try {
            int children = children().length;
            for (int i = 0; i < children && (index == NONE || all); i++) {
                if (polls(i).poll(cx) == Poll.READY) {
                    mark(i);
                    if (index == NONE) {
                        index = i;
                    }
                }
            }
        } catch (Throwable thrown) {
            if (index == NONE) {
                throw failed(thrown);
            }
            // What the others have received would be lost with it: it leaves where this child is read.
            mark(polled());
            failure = thrown;
            kept = thrown;
        }
        if (index == NONE) {
            return Poll.PENDING;
        }
        Throwable thrown = cancelRest(null);
        if (thrown != null) {
            throw fail(Cancelling.first(kept, thrown));
        }
        completes();
        return Poll.READY;
    }
}
