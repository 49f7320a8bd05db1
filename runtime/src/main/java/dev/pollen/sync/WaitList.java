// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/**
 * Waiters in the order in which they came. Intrusive: the nodes are the waiters themselves, so it has no limit, and
 * adding and removing cost the same at any length and allocate nothing. Guarded by the primitive's {@link Access}.
 *
 * @param <W> the class of the waiters
 */
class WaitList<W extends Waiter> {
    private @Nullable Waiter first;

    /** The end of the list; null where there are fewer than two, so that one alone comes and goes with two writes. */
    private @Nullable Waiter last;

    WaitList() {}

    /** Whether nobody waits. */
    final boolean isEmpty() {
        return first == null;
    }

    /**
     * The one that came first.
     *
     * @return null if nobody waits
     */
    @Nullable
    final W first() {
        return typed(first);
    }

    /**
     * The one that came next.
     *
     * @param waiter one of the list
     * @return null if it is the last
     */
    @Nullable
    final W after(W waiter) {
        return typed(waiter.next);
    }

    /**
     * Adds at the end.
     *
     * @param waiter one that is in no list
     */
    final void add(W waiter) {
        Waiter head = first;
        if (head == null) {
            first = waiter;
        } else {
            Waiter before = last == null ? head : last;
            waiter.previous = before;
            before.next = waiter;
            last = waiter;
        }
    }

    /**
     * Removes, from anywhere.
     *
     * @param waiter one of the list
     */
    final void remove(W waiter) {
        if (last == null) {
            first = null;
        } else {
            unlink(waiter);
        }
    }

    private void unlink(W waiter) {
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
        if (first == last) {
            last = null;
        }
    }

    /**
     * Removes the one that came first.
     *
     * @return null if nobody waits
     */
    @Nullable
    final W removeFirst() {
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
