// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import org.jspecify.annotations.Nullable;

/** Gives the tasks of a round the order that a {@link RunOrder} picks; a round that is made of steps is arranged once. */
final class RoundArrangement {
    private final RunOrder order;

    /** How many tasks at the front have been given their order for the round that they are in. */
    private int arranged;

    /** The first task of the chain that is being arranged. */
    private @Nullable TaskHeader first;

    RoundArrangement(RunOrder order) {
        this.order = order;
    }

    /** Arranges the chain of a round that begins; where steps of it have run already, what is left keeps its order. */
    TaskHeader ofRound(TaskHeader chain) {
        TaskHeader next = arranged == 0 ? rearranged(chain) : chain;
        arranged = 0;
        return next;
    }

    /** As {@link #ofRound}, where only the first task of the chain is about to be polled. */
    TaskHeader ofStep(TaskHeader chain) {
        TaskHeader next = arranged == 0 ? rearranged(chain) : chain;
        arranged--;
        return next;
    }

    /** The chain as far as it was arranged when the order threw. */
    TaskHeader abandoned() {
        arranged = 0;
        return first;
    }

    /** The queue was emptied. */
    void forget() {
        arranged = 0;
    }

    private TaskHeader rearranged(TaskHeader chain) {
        int count = 1;
        for (TaskHeader task = chain; task.local != task; task = task.local) {
            count++;
        }
        arranged = count;
        first = chain;
        TaskHeader placed = null;
        for (int left = count; left > 1; left--) {
            int picked = order.pick(left);
            if (picked < 0 || picked >= left) {
                throw new IndexOutOfBoundsException("a RunOrder picked number "
                        .concat(Integer.toString(picked))
                        .concat(" of ")
                        .concat(Integer.toString(left))
                        .concat(" tasks, which are counted from 0"));
            }
            TaskHeader head = placed == null ? first : placed.local;
            TaskHeader chosen = movedToFront(head, picked);
            if (placed == null) {
                first = chosen;
            } else {
                placed.local = chosen;
            }
            placed = chosen;
        }
        TaskHeader arrangedChain = first;
        first = null;
        return arrangedChain;
    }

    /** Moves the n-th task of a chain to its front. */
    private static TaskHeader movedToFront(TaskHeader chain, int n) {
        TaskHeader previous = null;
        TaskHeader chosen = chain;
        for (int i = 0; i < n; i++) {
            previous = chosen;
            chosen = chosen.local;
        }
        if (previous != null) {
            previous.local = chosen.local == chosen ? previous : chosen.local;
            chosen.local = chain;
        }
        return chosen;
    }

    /** The arrangement for an order; null where there is none. */
    static @Nullable RoundArrangement by(@Nullable RunOrder order) {
        return order == null ? null : new RoundArrangement(order);
    }
}
