// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * The future of {@code yieldNow()}, and its slot.
 *
 * @see Futures#yieldNow
 */
public final class Yield extends SingleUse implements Future<Void>, Describable {
    private boolean yielded;

    /** An empty slot. */
    public Yield() {}

    void place() {
        placed();
        yielded = false;
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.reason("its turn");
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        if (!yielded || !cx.spend()) {
            yielded = true;
            cx.waker().wake();
            return Poll.PENDING;
        }
        completes();
        return Poll.READY;
    }

    @Override
    public @Nullable Void get() {
        checkDone();
        return null;
    }

    @Override
    public void cancel() {
        cancels();
    }

    @Override
    String name() {
        return "yieldNow()";
    }
}
