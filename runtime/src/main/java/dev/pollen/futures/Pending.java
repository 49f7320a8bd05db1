// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * The future of {@code pending()}, and its slot.
 *
 * @see Futures#pending
 * @param <T> the type of the value that does not come
 */
public final class Pending<T extends @Nullable Object> extends SingleUse implements Future<T>, Describable {
    /** An empty slot. */
    public Pending() {}

    void place() {
        placed();
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.reason("nothing: pending() is never ready");
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        // Nobody gets it, but the contract asks for it: this task is not lost, it waits on purpose.
        cx.waker();
        return Poll.PENDING;
    }

    @Override
    public T get() {
        checkDone();
        throw new AssertionError("pending() is never complete");
    }

    @Override
    public void cancel() {
        cancels();
    }

    @Override
    String name() {
        return "pending()";
    }
}
