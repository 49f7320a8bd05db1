// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/** The children of a combinator of an array, with a mark for each that has ended. */
abstract class ChildArray<F extends Future<?>> extends SingleUse implements Describable {
    private static final int BITS = Long.SIZE;

    private F @Nullable [] children;

    /** The marks of the first 64. */
    private long marks;

    /** The marks of the others; kept for the next array, where that is not longer. */
    private long @Nullable [] moreMarks;

    /** The child that is polled, or was polled last. */
    private int polled;

    ChildArray() {}

    final void begins(F[] array) {
        placed();
        if (array == null) {
            throw new NullPointerException(name().concat(" was given null in place of an array"));
        }
        for (F child : array) {
            present(child);
        }
        children = array;
        marks = 0;
        int more = (array.length - 1) / BITS;
        if (more > 0) {
            if (moreMarks == null || moreMarks.length < more) {
                moreMarks = new long[more];
            }
            for (int i = 0; i < more; i++) {
                moreMarks[i] = 0;
            }
        }
    }

    /** The children; null after they were let go. */
    final F @Nullable [] children() {
        return children;
    }

    /** The children of a combinator that is complete. */
    final F[] checkedChildren() {
        checkDone();
        return children;
    }

    final F polls(int child) {
        polled = child;
        return children[child];
    }

    /** The child that is polled, or was polled last. */
    final int polled() {
        return polled;
    }

    final boolean isMarked(int child) {
        long word = child < BITS ? marks : moreMarks[child / BITS - 1];
        return (word & 1L << child) != 0;
    }

    final void mark(int child) {
        if (child < BITS) {
            marks |= 1L << child;
        } else {
            moreMarks[child / BITS - 1] |= 1L << child;
        }
    }

    /** Cancels the children without a mark, each whatever the others throw. */
    final @Nullable Throwable cancelRest(@Nullable Throwable before) {
        Throwable thrown = before;
        for (int i = 0; i < children.length; i++) {
            if (!isMarked(i)) {
                thrown = Cancelling.cancel(children[i], thrown);
            }
        }
        return thrown;
    }

    final void letGo() {
        children = null;
    }

    /** {@code cancel} of the subclasses. */
    final void cancelAll() {
        if (cancels()) {
            Throwable thrown = cancelRest(null);
            letGo();
            if (thrown != null) {
                throw Cancelling.rethrow(thrown);
            }
        }
    }

    /** Ends with an exception of the child that was polled last. */
    final RuntimeException failed(Throwable thrown) {
        mark(polled);
        return fail(cancelRest(thrown));
    }

    final RuntimeException fail(Throwable thrown) {
        letGo();
        fails();
        return Cancelling.rethrow(thrown);
    }

    /**
     * The number of children.
     *
     * @return the length of the array
     * @throws IllegalStateException if it is not complete
     */
    public int size() {
        return checkedChildren().length;
    }

    @Override
    public void describeWait(WaitDescription to) {
        F[] waiting = children;
        if (waiting != null) {
            for (int i = 0; i < waiting.length; i++) {
                to.child(isMarked(i) ? null : waiting[i]);
            }
        }
    }
}
