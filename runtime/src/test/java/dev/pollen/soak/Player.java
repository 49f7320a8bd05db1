// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import dev.pollen.Waker;
import dev.pollen.executor.TaskHeader;
import dev.pollen.executor.TaskPool;
import dev.pollen.time.Timer;

/**
 * The task of an actor, as woven code would be. It cancels what the actor awaits at once, after a wake, when it was granted and
 * there was no budget to take it, or when a short time is over; it may be aborted.
 */
final class Player extends Task<Void> {
    private final Timer timer = new Timer();
    private final Broke broke = new Broke();
    private Actor actor;
    private Future<?> child;
    private boolean timed;
    private int state;

    private Player() {}

    static TaskPool<Player> pool(int size) {
        return new TaskPool<>(new Player(), "soak.player", "player", size);
    }

    static Player claim(TaskPool<Player> pool, Actor actor) {
        Player slot = pool.claim();
        slot.actor = actor;
        return slot;
    }

    @Override
    protected TaskHeader fresh() {
        return new Player();
    }

    @Override
    public Poll poll(Context cx) {
        try {
            if (state < START || (state & CANCELLING) != 0) {
                throw Unwinding.unwind(this);
            }
            state = 1;
            if (child != null && mayCancel(12)) {
                giveUp();
            }
            return play(cx);
        } catch (Throwable thrown) {
            if (child != null) {
                giveUp();
            }
            actor.leave();
            throw Unwinding.fail(this, thrown);
        }
    }

    private Poll play(Context cx) {
        for (; ; ) {
            if (child == null) {
                if (actor.isDone()) {
                    actor.leave();
                    state = DONE;
                    return Poll.READY;
                }
                child = actor.next();
                if (child == null) {
                    if (!cx.spend()) {
                        cx.waker().wake();
                        return Poll.PENDING;
                    }
                    continue;
                }
            }
            if (isPending(cx)) {
                return Poll.PENDING;
            }
        }
    }

    /** Whether the actor has to wait; else its future has ended. */
    private boolean isPending(Context cx) {
        Poll poll;
        try {
            poll = child.poll(mayCancel(8) ? broke.in(cx) : cx);
        } catch (RuntimeException e) {
            ended();
            actor.failed(e);
            return false;
        }
        if (poll == Poll.READY) {
            ended();
            actor.took();
            return false;
        }
        if (mayCancel(6)) {
            giveUp();
            return false;
        }
        if (!timed && mayCancel(6)) {
            Timer.afterMicros$in(actor.dice.below(50), timer);
            timed = true;
        }
        if (timed && timer.poll(cx) == Poll.READY) {
            timed = false;
            giveUp();
            return false;
        }
        return true;
    }

    /** A context that lets nothing be taken: what is there is granted, and stays so until the next poll or the cancel. */
    private static final class Broke implements Context {
        private Context within;

        Context in(Context cx) {
            within = cx;
            return this;
        }

        @Override
        public Waker waker() {
            return within.waker();
        }

        @Override
        public boolean spend() {
            return false;
        }
    }

    private boolean mayCancel(int in) {
        return !actor.isPatient() && actor.dice.once(in);
    }

    private void giveUp() {
        child.cancel();
        ended();
        actor.missed();
    }

    private void ended() {
        child = null;
        if (timed) {
            timer.cancel();
            timed = false;
        }
    }

    @Override
    public int state() {
        return state;
    }

    @Override
    public void state(int next) {
        state = next;
    }

    @Override
    public Future<?> child(int of) {
        return child;
    }

    @Override
    public void clear() {
        actor = null;
        child = null;
    }

    @Override
    public String at(int of) {
        return "player";
    }
}
