// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

/**
 * A future that is polled to its end once, and may then be placed again.
 *
 * <pre>
 *            1            2             3
 *   EMPTY ------> PLACED ---> RUNNING ----> DONE, or FAILED
 *                   |           |  4
 *                   '-----------'---------> CANCELLED
 *
 *   1 placed()       the twin of the factory; again after DONE, FAILED and CANCELLED
 *   2 starts()       each poll
 *   3 ends(..)       the poll that returns READY or throws
 *   4 cancels()
 * </pre>
 */
abstract class SingleUse {
    private static final byte EMPTY = 0;
    private static final byte PLACED = 1;
    private static final byte RUNNING = 2;
    private static final byte DONE = 3;
    private static final byte FAILED = 4;
    private static final byte CANCELLED = 5;

    private byte phase;

    /** How the user's source names the future, for example {@code select(..)}. */
    abstract String name();

    /** Checks an argument of the factory. */
    final <F> F present(F child) {
        if (child == null) {
            throw new NullPointerException(name().concat(" was given null in place of a future"));
        }
        return child;
    }

    /** Edge 1. */
    final void placed() {
        if (phase == RUNNING) {
            throw new IllegalStateException(
                    name().concat(" was placed in a slot that is still in use; cancel it or poll it to its end first"));
        }
        phase = PLACED;
    }

    /** Edge 2, or a later poll. */
    final void starts() {
        if (phase != PLACED && phase != RUNNING) {
            throw misuse();
        }
        phase = RUNNING;
    }

    /** Whether edge 2 was taken, and no later one. */
    final boolean isRunning() {
        return phase == RUNNING;
    }

    /** Edge 3, with a value. */
    final void completes() {
        phase = DONE;
    }

    /** Edge 3, with an exception. */
    final void fails() {
        phase = FAILED;
    }

    /** Edge 4; false if there was nothing to cancel. */
    final boolean cancels() {
        if (phase != PLACED && phase != RUNNING) {
            return false;
        }
        phase = CANCELLED;
        return true;
    }

    /** Called before the value is read. */
    final void checkDone() {
        if (phase != DONE) {
            throw new IllegalStateException(
                    "the value of ".concat(name()).concat(" was read before poll returned READY"));
        }
    }

    /** Called before it is asked which child has thrown. */
    final void checkFailed() {
        if (phase != FAILED) {
            throw new IllegalStateException("failed() of ".concat(name()).concat(" was read, but no child has thrown"));
        }
    }

    private IllegalStateException misuse() {
        return new IllegalStateException(name().concat(
                        switch (phase) {
                            case EMPTY -> " was polled before it was placed in its slot";
                            case DONE -> " was polled after completion; it ends once, call the method again";
                            case FAILED -> " was polled after an exception; it ends once, call the method again";
                            default -> " was polled after cancel; call the method again";
                        }));
    }
}
