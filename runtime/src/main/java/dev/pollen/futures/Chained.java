// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Mapping;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * One future after the other, whatever the value of the second one.
 *
 * <pre>
 *   first  is there until it has ended; then the mapping makes
 *   second which is there from then on, and holds the value until it is taken
 * </pre>
 *
 * @param <T> the type of the first one's value
 * @param <F> the class of the second one
 */
abstract class Chained<T extends @Nullable Object, F extends Future<?>> extends SingleUse implements Describable {
    private @Nullable Future<T> first;
    private @Nullable Mapping<? super T, ? extends F, ?> mapping;
    private @Nullable F second;

    final void place(Future<T> f, Mapping<? super T, ? extends F, ?> by) {
        placed();
        second = null;
        first = present(f);
        mapping = Mapped.present(by, name());
    }

    @Override
    public final void describeWait(WaitDescription to) {
        to.child(first);
        to.child(second);
    }

    /** {@code poll} of the subclasses. */
    final Poll pollBoth(Context cx) {
        starts();
        try {
            Future<T> before = first;
            if (before != null) {
                if (before.poll(cx) == Poll.PENDING) {
                    return Poll.PENDING;
                }
                first = null;
                second = next(before);
            }
            if (second.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
        } catch (Throwable thrown) {
            letGo();
            fails();
            throw Cancelling.rethrow(thrown);
        }
        completes();
        return Poll.READY;
    }

    private F next(Future<T> before) throws Throwable {
        Mapping<? super T, ? extends F, ?> by = mapping;
        mapping = null;
        F made = by.map(before.take());
        if (made == null) {
            throw new NullPointerException(name().concat(": the mapping gave null in place of a future"));
        }
        return made;
    }

    private void letGo() {
        first = null;
        second = null;
        mapping = null;
    }

    /** The second one, complete. */
    final F complete() {
        checkDone();
        F complete = second;
        if (complete == null) {
            throw new IllegalStateException("the value of ".concat(name()).concat(" was read after it was taken"));
        }
        return complete;
    }

    /** Lets the second one go, whose value was taken. */
    final void taken() {
        second = null;
    }

    /** {@code cancel} of the subclasses. */
    final void cancelBoth() {
        if (cancels()) {
            Future<?> waiting = first == null ? second : first;
            letGo();
            waiting.cancel();
        }
    }
}
