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
 * One future after the other: the future of {@code then(f, mapping)}, and its slot.
 *
 * @see Futures#then
 * @param <T> the type of the first one's value
 * @param <R> the type of the second one's value
 */
public final class Then<T extends @Nullable Object, R extends @Nullable Object> extends SingleUse
        implements Future<R>, Describable {
    private @Nullable Future<T> first;
    private @Nullable Mapping<? super T, ? extends Future<R>, ?> mapping;

    /** There when the first one has ended; holds the value until it is taken. */
    private @Nullable Future<R> second;

    /** An empty slot. */
    public Then() {}

    void place(Future<T> f, Mapping<? super T, ? extends Future<R>, ?> by) {
        placed();
        second = null;
        first = present(f);
        mapping = Mapped.present(by, name());
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.child(first);
        to.child(second);
    }

    @Override
    public Poll poll(Context cx) {
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

    private Future<R> next(Future<T> before) throws Throwable {
        Mapping<? super T, ? extends Future<R>, ?> by = mapping;
        mapping = null;
        Future<R> made = by.map(before.take());
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

    private Future<R> complete() {
        checkDone();
        Future<R> complete = second;
        if (complete == null) {
            throw new IllegalStateException("the value of ".concat(name()).concat(" was read after it was taken"));
        }
        return complete;
    }

    @Override
    public R get() {
        return complete().get();
    }

    @Override
    public R take() {
        R value = complete().take();
        second = null;
        return value;
    }

    @Override
    public void cancel() {
        if (cancels()) {
            Future<?> waiting = first == null ? second : first;
            letGo();
            waiting.cancel();
        }
    }

    @Override
    String name() {
        return "then(f, mapping)";
    }
}
