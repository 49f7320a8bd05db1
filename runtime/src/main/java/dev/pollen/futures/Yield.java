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
    /** What a woven body awaits at {@code await(yieldNow())}, where the frame's state says all: for dumps alone. */
    public static final Yield TURN = new Yield();

    /** An empty slot. */
    public Yield() {}

    void place() {
        placed();
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.reason("its turn");
    }

    @Override
    public Poll poll(Context cx) {
        if (!isRunning()) {
            starts();
        } else if (cx.spend()) {
            completes();
            return Poll.READY;
        }
        cx.pollAgain();
        return Poll.PENDING;
    }

    @Override
    public @Nullable Void get() {
        checkDone();
        return null;
    }

    @Override
    public @Nullable Void take() {
        return get();
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
