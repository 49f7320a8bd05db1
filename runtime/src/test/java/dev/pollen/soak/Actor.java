// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import org.jspecify.annotations.Nullable;

/**
 * What one task does with the primitives of a round, one future after the other. The task that runs it cancels futures as it
 * likes, and may be aborted and begin again; the actor stays, and goes on where it was.
 */
abstract class Actor {
    final Dice dice;

    Actor(Dice dice) {
        this.dice = dice;
    }

    /** Whether it has done all that it wants. */
    abstract boolean isDone();

    /** What it awaits next; null if it has done something that needs no waiting. */
    abstract @Nullable Future<?> next();

    /** The future is ready. */
    abstract void took();

    /** The future was cancelled, at whatever point. */
    void missed() {}

    /** The future failed. */
    void failed(RuntimeException thrown) {
        throw thrown;
    }

    /** The task ends: gives back what it holds. */
    void leave() {}

    /** Whether the task may cancel the future that it awaits. */
    boolean isPatient() {
        return false;
    }

    /** Fails unless something holds. */
    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
