// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is at one end of something, and who waits for it: first come, first served. It is kept until it is
 * released, also by one that has to wait again in the middle. Guarded by the primitive's {@link Access}.
 *
 * @param <W> the class of those that wait
 */
final class Turn<W extends Waiter> {
    private final WaitList<W> line = new WaitList<>();
    private @Nullable W holder;

    /** Whether the holder itself waits for something to be there. */
    private boolean holderWaits;

    /** Whether somebody has it who does not wait, see {@link #lend}. */
    private boolean lent;

    /** Whether a newcomer could have it. */
    boolean isFree() {
        return holder == null && !lent && line.first() == null;
    }

    boolean isHeldBy(W waiter) {
        return holder == waiter;
    }

    /** Takes it, if a newcomer could or if it is the holder's already. */
    boolean take(W waiter) {
        if (isFree()) {
            holder = waiter;
        }
        return holder == waiter;
    }

    /** Gives it up, if it is the holder's own. */
    void release(W waiter) {
        if (holder == waiter) {
            holder = null;
            holderWaits = false;
        }
    }

    /** The holder has ended, and what it gave has the turn until it is {@linkplain #giveBack given back}. */
    void lend() {
        holder = null;
        holderWaits = false;
        lent = true;
    }

    boolean isLent() {
        return lent;
    }

    void giveBack() {
        lent = false;
    }

    void enqueue(W waiter) {
        if (holder == waiter) {
            holderWaits = true;
        } else {
            line.add(waiter);
        }
    }

    void dequeue(W waiter) {
        if (holder == waiter) {
            release(waiter);
        } else {
            line.remove(waiter);
        }
    }

    /**
     * What they wait for is there: the holder goes on, or the first in line becomes the holder.
     *
     * @return who is to be woken; null if there is nobody, or if the holder is awake
     */
    @Nullable
    Waker next() {
        W next = holder;
        if (lent) {
            return null;
        }
        if (next == null) {
            next = line.removeFirst();
            holder = next;
        } else if (!holderWaits) {
            return null;
        }
        holderWaits = false;
        return next == null ? null : next.granted();
    }

    /**
     * What they wait for will never be there.
     *
     * @return who is to be woken, to find out; null if nobody waits
     */
    @Nullable
    Waker sendAway() {
        W next = line.removeFirst();
        if (next == null && holderWaits) {
            next = holder;
            release(next);
        }
        return next == null ? null : next.sentAway();
    }
}
