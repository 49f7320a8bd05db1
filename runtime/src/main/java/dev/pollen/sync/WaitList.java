// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/**
 * Waiters in the order in which they came. Intrusive: the nodes are the waiters themselves, so it has no limit, and
 * adding and removing cost the same at any length and allocate nothing. Guarded by the primitive's {@link Access}.
 *
 * @param <W> the class of the waiters
 */
final class WaitList<W extends Waiter> {
    private @Nullable Waiter first;
    private @Nullable Waiter last;

    /**
     * The one that came first.
     *
     * @return null if nobody waits
     */
    @Nullable
    W first() {
        return typed(first);
    }

    /**
     * The one that came next.
     *
     * @param waiter one of the list
     * @return null if it is the last
     */
    @Nullable
    W after(W waiter) {
        return typed(waiter.next);
    }

    /**
     * Adds at the end.
     *
     * @param waiter one that is in no list
     */
    void add(W waiter) {
        Waiter before = last;
        waiter.previous = before;
        if (before == null) {
            first = waiter;
        } else {
            before.next = waiter;
        }
        last = waiter;
    }

    /**
     * Removes, from anywhere.
     *
     * @param waiter one of the list
     */
    void remove(W waiter) {
        Waiter before = waiter.previous;
        Waiter behind = waiter.next;
        if (before == null) {
            first = behind;
        } else {
            before.next = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.previous = before;
        }
        waiter.previous = null;
        waiter.next = null;
    }

    /**
     * Removes the one that came first.
     *
     * @return null if nobody waits
     */
    @Nullable
    W removeFirst() {
        W waiter = first();
        if (waiter != null) {
            remove(waiter);
        }
        return waiter;
    }

    @SuppressWarnings("unchecked") // only add() links
    private @Nullable W typed(@Nullable Waiter waiter) {
        return (W) waiter;
    }
}
