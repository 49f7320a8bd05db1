// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Poll;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * A future that has its turn at one end of a {@link Passage}. After each of its polls others may be able to go on.
 *
 * @param <P> the class of the passage
 */
abstract class TurnWaiter<P extends Passage> extends Waiter {
    @Nullable
    P passage;

    /** The end that it waits at. */
    abstract Turn<TurnWaiter<P>> turn();

    /** Whether it can go on: what it waits for is there, or will never be. */
    abstract boolean canGoOn();

    @Override
    public final Poll poll(Context cx) {
        P of = passage;
        Poll poll = super.poll(cx);
        of.passOn();
        return poll;
    }

    @Override
    public final void cancel() {
        P of = passage;
        super.cancel();
        if (of != null) {
            of.passOn();
        }
    }

    @Override
    final @Nullable Access access() {
        P of = passage;
        return of == null ? null : of.access;
    }

    @Override
    boolean seemsThere() {
        return canGoOn() && (turn().isFree() || turn().isHeldBy(this));
    }

    /** Whether it can go on now; then it has the turn. */
    boolean canTake() {
        return canGoOn() && turn().take(this);
    }

    @Override
    final void enqueue() {
        turn().enqueue(this);
    }

    @Override
    final void dequeue() {
        turn().dequeue(this);
    }

    @Override
    final @Nullable Waker handOn() {
        turn().release(this);
        return null;
    }

    /** It has done its part: it is the turn of the next. */
    final void endTurn(byte as) {
        turn().release(this);
        end(as);
    }

    @Override
    void letGo() {
        passage = null;
    }

    @Override
    final RuntimeException failure() {
        return ChannelClosedException.INSTANCE;
    }
}
