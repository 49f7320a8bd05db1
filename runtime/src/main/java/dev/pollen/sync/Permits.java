// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * Permits of one kind, for example the free slots of a channel, and who waits for one: first come, first served. Nobody
 * waits while one is free, so nobody overtakes. Guarded by the primitive's {@link Access}.
 */
final class Permits extends WaitList<Waiter> {
    /** What {@link #free} has been lowered by when not even the free ones can be had. */
    private static final int WITHHELD = Integer.MIN_VALUE;

    final Access access;

    /** How many can be had, so that one look says that nobody has to wait; with {@link #WITHHELD} added, none. */
    int free;

    /** No more will come: whoever would wait fails. */
    private boolean ended;

    Permits(Access access, int free) {
        this.access = access;
        this.free = free;
    }

    /** How many can be had at once. */
    int free() {
        return free < 0 ? free - WITHHELD : free;
    }

    /** Whether one can be had. */
    boolean areThere() {
        return free > 0;
    }

    boolean isEnded() {
        return ended;
    }

    /** Takes a free one, for good. */
    boolean take() {
        if (free <= 0) {
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

    /**
     * Gives one to the first in line; with nobody there it is free.
     *
     * @return who is to be woken
     */
    @Nullable
    Waker release() {
        if (isEmpty()) {
            free++;
            return null;
        }
        return removeFirst().granted();
    }

    /** Makes one free; where nobody waits. */
    void addFree() {
        free++;
    }

    /** Gives one to the first in line, leaves the access and wakes it. */
    void grantAndLeave() {
        Waker waker;
        try {
            waker = removeFirst().granted();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
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
        if (free >= 0) {
            free += WITHHELD;
        }
    }

    /** Begins anew, with none; nobody waits. */
    void restart() {
        free = 0;
        ended = false;
    }

    boolean hasWaiters() {
        return !isEmpty();
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
            Waiter first = removeFirst();
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
