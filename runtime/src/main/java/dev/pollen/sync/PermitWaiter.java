// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.executor.AwaitSearch;
import dev.pollen.executor.TaskHeader;
import org.jspecify.annotations.Nullable;

/** A future that waits for one of {@link Permits}, and fails when they have ended. */
abstract class PermitWaiter extends Waiter {
    /** What it waits for one of; null before it is placed and where it has let go. */
    abstract @Nullable Permits permits();

    /** A guess, made outside of the access: whether this would end now, if there is budget. */
    final boolean seemsReady(Permits of) {
        return phase == PLACED ? of.areThere() : phase == GRANTED;
    }

    /** Whether this was granted a permit, or takes one now; inside of the access, where it seemed ready. */
    final boolean isGrantedOr(Permits of) {
        return phase == GRANTED || of.take();
    }

    /**
     * {@link #poll} where nothing is there that can be taken at once: the general one, with no call that depends on the
     * class of the primitive but that of {@link #complete}.
     *
     * <p>It is long on purpose: HotSpot inlines no method of more than 325 bytes, and so the polls that call this one stay
     * short enough to be inlined where they are awaited.
     */
    final Poll pollUnready(@Nullable Permits permits, Context cx) {
        if (permits == null) {
            throw misuse();
        }
        Access access = permits.access;
        for (; ; ) {
            byte before = phase;
            boolean paid = (before == GRANTED || before == PLACED && permits.areThere()) && cx.spend();
            Waker own = null;
            if (!paid) {
                own = cx.waker();
                Waker registered = waker;
                if (registered != null && registered != own) {
                    AwaitSearch.refuseSecondTask(this, name(), registered, own);
                }
            }
            Waker toWake = null;
            access.enter(cx);
            try {
                if (phase == PLACED) {
                    if (permits.free > 0) {
                        permits.free--;
                        phase = GRANTED;
                        waker = null;
                    } else if (permits.isEnded()) {
                        phase = FAILED;
                        waker = null;
                    } else if (own != null) {
                        if (waker != own) {
                            waker = own;
                        }
                        permits.add(this);
                        phase = WAITING;
                    }
                } else if (phase == WAITING && own != null && waker != own) {
                    waker = own;
                }
                if (phase == GRANTED) {
                    toWake = paid ? complete() : own;
                }
            } finally {
                access.exit();
            }
            if (toWake instanceof TaskHeader task) {
                task.wake();
            } else if (toWake != null) {
                toWake.wake();
            }
            // Other threads never move the phase to or from one of these two.
            if (phase == DONE) {
                letGo();
                return Poll.READY;
            }
            if (phase == FAILED) {
                letGo();
                throw failure();
            }
            if (own != null) {
                return Poll.PENDING;
            }
        }
    }

    @Override
    public Poll poll(Context cx) {
        return pollUnready(permits(), cx);
    }

    @Override
    final @Nullable Access access() {
        Permits of = permits();
        return of == null ? null : of.access;
    }

    @Override
    final boolean seemsThere() {
        return permits().free() != 0;
    }

    @Override
    final byte claim() {
        return permits().claim();
    }

    @Override
    final void enqueue() {
        permits().add(this);
    }

    @Override
    final void dequeue() {
        permits().remove(this);
    }

    @Override
    final @Nullable Waker handOn() {
        return permits().release();
    }

    @Override
    final RuntimeException failure() {
        return ChannelClosedException.INSTANCE;
    }
}
