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

    OneOfArray() {}

    final void place(F[] array, boolean reportsAll) {
        all = reportsAll;
        begins(array);
        if (array.length == 0) {
            throw new IllegalArgumentException(name().concat(" was given no futures: nothing would ever be ready"));
        }
        index = NONE;
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

    /** {@code poll} of the subclasses. */
    final Poll pollForOne(Context cx) {
        starts();
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
            throw failed(thrown);
        }
        if (index == NONE) {
            return Poll.PENDING;
        }
        Throwable thrown = cancelRest(null);
        if (thrown != null) {
            throw fail(thrown);
        }
        completes();
        return Poll.READY;
    }
}
