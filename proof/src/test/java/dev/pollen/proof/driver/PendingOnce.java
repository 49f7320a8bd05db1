// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof.driver;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A future that is pending once, and strict: what a frame does with it in another order than an await does is an error.
 *
 * <pre>
 *           1         2          3         4
 *   EMPTY ----> PLACED --> PENDING --> READY --> TAKEN
 *     1 placed, again after TAKEN      2 first poll      3 second poll      4 take
 * </pre>
 */
public final class PendingOnce implements Future<Void> {
    private static final int PLACED = 1;
    private static final int PENDING = 2;
    private static final int READY = 3;
    private static final int TAKEN = 4;

    private int phase;

    /** An empty slot. */
    public PendingOnce() {}

    /**
     * Makes one, or places it in the slot of a frame.
     *
     * @return a future that is pending once
     */
    @Placed(slot = PendingOnce.class, by = "inFrame$in")
    public static Future<Void> inFrame() {
        return inFrame$in(new PendingOnce());
    }

    /**
     * {@link #inFrame} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static PendingOnce inFrame$in(PendingOnce slot) {
        if (slot.phase != 0) {
            slot.step(TAKEN, 0);
        }
        slot.phase = PLACED;
        return slot;
    }

    /**
     * Makes one, which the frame holds in a field.
     *
     * @return a future that is pending once
     */
    public static Future<Void> onHeap() {
        return inFrame$in(new PendingOnce());
    }

    @Override
    public Poll poll(Context cx) {
        if (phase == PLACED) {
            phase = PENDING;
            cx.waker().wake();
            return Poll.PENDING;
        }
        step(PENDING, READY);
        return Poll.READY;
    }

    @Override
    public @Nullable Void get() {
        step(READY, TAKEN);
        return null;
    }

    private void step(int from, int to) {
        if (phase != from) {
            throw new IllegalStateException("a future that is pending once goes to " + to + " from " + phase);
        }
        phase = to;
    }

    @Override
    public void cancel() {
        if (phase == PLACED || phase == PENDING) {
            throw new IllegalStateException("cancelled, while its frame runs to its end");
        }
    }
}
