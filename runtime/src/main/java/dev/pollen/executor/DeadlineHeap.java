// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import org.jspecify.annotations.Nullable;

/**
 * Earliest deadline first: a pairing heap of the tasks themselves, so that it has no limit and allocates nothing. Adding
 * costs one comparison, taking the first out a logarithm of them, amortised.
 *
 * <pre>
 *   root                    child: the first of the children
 *    |                      next: the next child of the same parent
 *    a -- b -- c            previous: the child before, of the first child the parent
 *    |
 *    d -- e
 * </pre>
 */
final class DeadlineHeap extends ReadyOrder {
    private @Nullable Rank root;

    @Override
    void insert(Rank rank) {
        root = root == null ? rank : merged(root, rank);
    }

    @Override
    Rank first() {
        return root;
    }

    @Override
    void cut(Rank rank) {
        Rank orphans = paired(rank.child);
        rank.child = null;
        if (rank == root) {
            root = orphans;
            return;
        }
        Rank before = rank.previous;
        Rank behind = rank.next;
        if (before.child == rank) {
            before.child = behind;
        } else {
            before.next = behind;
        }
        if (behind != null) {
            behind.previous = before;
        }
        rank.previous = null;
        rank.next = null;
        if (orphans != null) {
            root = merged(root, orphans);
        }
    }

    /** One heap of two; neither root has siblings. */
    private static Rank merged(Rank one, Rank other) {
        boolean before = one.deadline < other.deadline || one.deadline == other.deadline && one.turn < other.turn;
        Rank parent = before ? one : other;
        Rank added = before ? other : one;
        Rank eldest = parent.child;
        added.previous = parent;
        added.next = eldest;
        if (eldest != null) {
            eldest.previous = added;
        }
        parent.child = added;
        return parent;
    }

    /** One heap of siblings: merged in pairs from the left, then those from the right. */
    private static @Nullable Rank paired(@Nullable Rank siblings) {
        Rank pairs = null;
        Rank one = siblings;
        while (one != null) {
            Rank other = one.next;
            Rank rest = other == null ? null : other.next;
            free(one);
            Rank pair = one;
            if (other != null) {
                free(other);
                pair = merged(one, other);
            }
            pair.next = pairs;
            pairs = pair;
            one = rest;
        }
        Rank whole = null;
        while (pairs != null) {
            Rank rest = pairs.next;
            free(pairs);
            whole = whole == null ? pairs : merged(whole, pairs);
            pairs = rest;
        }
        return whole;
    }

    private static void free(Rank rank) {
        rank.previous = null;
        rank.next = null;
    }
}
