// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.Waker;
import dev.pollen.executor.AwaitSearch;
import dev.pollen.executor.TaskHeader;
import org.jspecify.annotations.Nullable;

/**
 * A future that can stand in a {@link WaitList}: its own node, its registered waker and where it is in its life.
 *
 * <pre>
 *            1               2: not there              3
 *   EMPTY ------> PLACED ----------------> WAITING ---------> GRANTED
 *                 |  |  ^                   |  |               |   |
 *                 |  |  '-------------------'  |               |   | 4
 *                 |  |          5              |               |   v
 *                 |  |  2: there               |               |  DONE, or FAILED
 *                 |  '-------------------------+-------------->|
 *                 |  6                       6 |             6 | the grant goes to the next in line
 *                 '----------------------------+---------------'--> CANCELLED
 *
 *   1 placed()          the twin of the factory; again after DONE, FAILED and CANCELLED. What has to be in line at
 *                       once goes on to WAITING by standInLine()
 *   2 poll()            claims what is there, or stands in line; FAILED if it will never be there
 *   3 granted()         by the primitive, on any thread
 *   4 poll()            if the budget allows; else it stays, and wakes its own task
 *   5 sentAway()        by the primitive, on any thread: the next poll claims anew
 *   6 cancel()
 * </pre>
 *
 * <p>Edges 3 and 5 are the only ones that another thread takes. All state is guarded by the primitive's {@link Access},
 * except that the future's own task may read that it is EMPTY, DONE, FAILED or CANCELLED.
 */
abstract class Waiter implements Describable {
    private static final byte EMPTY = 0;

    /** In no list; will claim at its next poll. */
    static final byte PLACED = 1;

    static final byte WAITING = 2;

    /** Owns what it has waited for. */
    static final byte GRANTED = 3;

    /** Has taken it. */
    static final byte DONE = 4;

    /** Will never get it. */
    static final byte FAILED = 5;

    private static final byte CANCELLED = 6;

    @Nullable
    Waiter previous;

    @Nullable
    Waiter next;

    /** Whom to wake; also where this was sent away, until the next poll, and null in what was never in line. */
    @Nullable
    Waker waker;

    byte phase;

    /** How the user's source names the future, for example {@code Channel.receive()}. */
    abstract String name();

    /** Who may touch what this waits for; null before it is placed and where it has let go. */
    abstract @Nullable Access access();

    /** A guess, made outside of the access: whether {@link #claim} would succeed. */
    abstract boolean seemsThere();

    /**
     * Makes what is there this future's own, if anything is.
     *
     * @return GRANTED; PLACED if it must wait; FAILED if it would wait in vain
     */
    abstract byte claim();

    /** Adds this future to the line that it waits in. */
    abstract void enqueue();

    /** Removes this future from the line that it waits in. */
    abstract void dequeue();

    /**
     * Takes what it was granted, and {@linkplain #end ends}.
     *
     * @return who is to be woken then
     */
    abstract @Nullable Waker complete();

    /**
     * Gives what it was granted to the next in line.
     *
     * @return who is to be woken then
     */
    abstract @Nullable Waker handOn();

    /** Nulls all references but that to the result; called by the future's own task, outside of the access. */
    abstract void letGo();

    /** Why it failed. */
    RuntimeException failure() {
        return misuse();
    }

    /** What it waits for, in words; null where it has let go. */
    abstract @Nullable String wanted();

    @Override
    public final void describeWait(WaitDescription to) {
        String reason = wanted();
        if (reason != null) {
            to.reason(phase == GRANTED ? reason.concat(", granted and to be polled") : reason);
        }
    }

    /** Edge 1. */
    final void placed() {
        if (phase == WAITING || phase == GRANTED) {
            throw new IllegalStateException(
                    name().concat(" was placed in a slot that is still in use; cancel it or poll it to its end first"));
        }
        phase = PLACED;
    }

    /** {@link dev.pollen.Future#poll}; overridden by those after whose poll others can go on. */
    public Poll poll(Context cx) {
        Access access = access();
        if (access == null) {
            throw misuse();
        }
        return poll(access, cx);
    }

    /**
     * Edges 2 and 4.
     *
     * <p>Budget and waker are the caller's and foreign code, so they are asked for before the access is entered, by a
     * guess. A wrong guess is made good: by a wake of this task, or by polling again.
     */
    private Poll poll(Access access, Context cx) {
        boolean paid = (phase == GRANTED || phase == PLACED && seemsThere()) && cx.spend();
        Waker own = paid ? null : cx.waker();
        Waker registered = waker;
        if (own != null && registered != null && registered != own) {
            AwaitSearch.refuseSecondTask(this, name(), registered, own);
        }
        Waker toWake = null;
        access.enter();
        try {
            if (phase == PLACED) {
                phase = claim();
                waker = null;
            }
            if (phase == GRANTED) {
                toWake = paid ? complete() : own;
            } else if (phase != FAILED && own != null) {
                waker = own;
                if (phase == PLACED) {
                    enqueue();
                    phase = WAITING;
                }
            }
        } finally {
            access.exit();
        }
        wake(toWake);
        // Other threads never move the phase to or from one of these two.
        if (phase == DONE) {
            letGo();
            return Poll.READY;
        }
        if (phase == FAILED) {
            letGo();
            throw failure();
        }
        return own == null ? poll(access, cx) : Poll.PENDING;
    }

    /** Stands in line from now on, before its first poll: what it is granted until then waits for it. */
    final void standInLine() {
        enqueue();
        phase = WAITING;
    }

    /** Edge 3; the caller has removed it from its line. */
    final @Nullable Waker granted() {
        Waker registered = waker;
        waker = null;
        phase = GRANTED;
        return registered;
    }

    /** Edge 5; the caller has removed it from its line. */
    final @Nullable Waker sentAway() {
        phase = PLACED;
        return waker;
    }

    /** Ends it inside of the access. */
    final void end(byte as) {
        phase = as;
    }

    /** {@link dev.pollen.Future#cancel}; overridden by those after which others can go on. */
    public void cancel() {
        if (phase == PLACED && waker == null) {
            // Was never in line, so nobody knows of it.
            phase = CANCELLED;
            letGo();
            return;
        }
        Access access = access();
        if (access != null) {
            cancel(access);
        }
    }

    /** Edge 6; for a future that has not ended. */
    private void cancel(Access access) {
        Waker toWake = null;
        access.enter();
        try {
            if (phase == WAITING) {
                dequeue();
            } else if (phase == GRANTED) {
                toWake = handOn();
            }
            waker = null;
            phase = CANCELLED;
        } finally {
            access.exit();
        }
        letGo();
        wake(toWake);
    }

    /** Wakes whoever the primitive says, outside of the access. */
    static void wake(@Nullable Waker waker) {
        if (waker instanceof TaskHeader task) {
            // Known to the compiler, whatever classes of tasks there are.
            task.wake();
        } else if (waker != null) {
            waker.wake();
        }
    }

    /** Called by {@code get}. */
    final void checkDone() {
        if (phase != DONE) {
            throw new IllegalStateException(
                    "the value of ".concat(name()).concat(" was read before poll returned READY"));
        }
    }

    /** The value of {@code get}, unless {@code take} was there before. */
    final <V> V notTaken(@Nullable V value) {
        if (value == null) {
            throw new IllegalStateException("the value of ".concat(name()).concat(" was read after it was taken"));
        }
        return value;
    }

    /** The exception of a poll of a future that is not in use. */
    final IllegalStateException misuse() {
        return new IllegalStateException(name().concat(
                        switch (phase) {
                            case EMPTY -> " was polled before it was placed in its slot";
                            case DONE -> " was polled after completion; it ends once, call the method again";
                            case FAILED -> " was polled after an exception; it ends once, call the method again";
                            default -> " was polled after cancel; call the method again";
                        }));
    }
}
