// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * Permits of one kind, for example the free slots of a channel, and who waits for one: first come, first served. Nobody
 * waits while one is free, so nobody overtakes. Guarded by the primitive's {@link Access}.
 */
final class Permits {
    final Access access;
    private final WaitList<Waiter> line = new WaitList<>();
    private int free;

    /** No more will come: whoever would wait fails. */
    private boolean ended;

    /** Not even the free ones can be had. */
    private boolean withheld;

    Permits(Access access, int free) {
        this.access = access;
        this.free = free;
    }

    /** How many can be had at once. */
    int free() {
        return free;
    }

    boolean isEnded() {
        return ended;
    }

    /** Takes a free one, for good. */
    boolean take() {
        if (free == 0 || withheld) {
            return false;
        }
        free--;
        return true;
    }

    /** What {@link Waiter#claim} says. */
    byte claim() {
        if (take()) {
            return Waiter.GRANTED;
        }
        return ended ? Waiter.FAILED : Waiter.PLACED;
    }

    void enqueue(Waiter waiter) {
        line.add(waiter);
    }

    void dequeue(Waiter waiter) {
        line.remove(waiter);
    }

    /**
     * Gives one to the first in line; with nobody there it is free.
     *
     * @return who is to be woken
     */
    @Nullable
    Waker release() {
        Waiter next = line.removeFirst();
        if (next == null) {
            free++;
            return null;
        }
        return next.granted();
    }

    /** Takes all that are free, for good. */
    int takeAll() {
        int taken = free;
        free = 0;
        return taken;
    }

    /** Gives some to those in line and wakes them; entered by itself. One at a time, since a wake may do anything. */
    void releaseAll(int some) {
        for (int left = some; left > 0; left--) {
            Waker waker;
            access.enter();
            try {
                waker = release();
            } finally {
                access.exit();
            }
            Waiter.wake(waker);
        }
    }

    /** Says that no more will come; then {@link #sendAway} is due. The free ones can still be had. */
    void end() {
        ended = true;
    }

    /** Says that not even those that are free can be had; then {@link #sendAway} is due. */
    void withhold() {
        ended = true;
        withheld = true;
    }

    /** Begins anew, with none; nobody waits. */
    void restart() {
        free = 0;
        ended = false;
        withheld = false;
    }

    boolean hasWaiters() {
        return line.first() != null;
    }

    /**
     * Wakes all that wait for what has ended; entered by itself. Nobody stands in line again, so this ends. One at a
     * time: a waiter is not touched after its wake.
     */
    void sendAway() {
        while (sendFirstAway()) {
            continue;
        }
    }

    private boolean sendFirstAway() {
        Waker waker;
        access.enter();
        try {
            Waiter first = line.removeFirst();
            if (first == null) {
                return false;
            }
            waker = first.sentAway();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }
}
