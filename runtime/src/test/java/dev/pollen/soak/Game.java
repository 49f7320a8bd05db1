// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import java.util.concurrent.atomic.AtomicBoolean;

/** A round with new primitives of one kind: who uses them, and what must hold when all have ended. */
abstract class Game {
    private final AtomicBoolean planted = new AtomicBoolean();
    private final Fault fault;

    Game(Fault fault) {
        this.fault = fault;
    }

    /**
     * Those who play, with new primitives.
     *
     * @param local whether all are on one executor
     */
    abstract Actor[] begin(Dice dice, boolean local);

    /** Checks what is left, when all have ended. */
    abstract void end();

    /** How many aborts there may be at most. */
    int aborts(Dice dice) {
        // A wake that is lost would not show where somebody begins again all the time.
        return dice.once(2) ? dice.below(100) : 0;
    }

    /** Whether what the players do allocates. */
    boolean allocates() {
        return false;
    }

    /** Whether the primitive behaves in this way now; once in a game that is made for it. */
    final boolean plants(Fault what) {
        return fault == what && !planted.getAndSet(true);
    }

    /** The fault was planted, so the check has to find it. */
    final boolean isPlanted() {
        return planted.get();
    }

    static void check(boolean holds, String otherwise) {
        Actor.check(holds, otherwise);
    }
}
