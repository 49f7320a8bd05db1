// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Poll;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/** A future that has its turn at one end of a {@link Pipe}. After each of its polls others may be able to go on. */
abstract class PipeWaiter extends Waiter {
    @Nullable
    Pipe pipe;

    /** The bytes that it copies to or from; null for one that only looks. */
    byte @Nullable [] bytes;

    int offset;
    int left;

    final void place(Pipe of, byte @Nullable [] array, int from, int length) {
        placed();
        pipe = of;
        bytes = array;
        offset = from;
        left = length;
    }

    /** The end that it waits at. */
    abstract Turn<PipeWaiter> turn();

    /** Whether it can go on: there are bytes, or there is room, or that will never be. */
    abstract boolean canGoOn();

    @Override
    public final Poll poll(Context cx) {
        Pipe of = pipe;
        Poll poll = super.poll(cx);
        of.passOn();
        return poll;
    }

    @Override
    public final void cancel() {
        Pipe of = pipe;
        super.cancel();
        if (of != null) {
            of.passOn();
        }
    }

    @Override
    final @Nullable Access access() {
        Pipe of = pipe;
        return of == null ? null : of.access;
    }

    @Override
    final boolean seemsThere() {
        return canGoOn() && (left == 0 || turn().isFree() || turn().isHeldBy(this));
    }

    /** Whether it can go on now; then it has the turn. Nothing is done without. */
    final boolean canTake() {
        return left == 0 || canGoOn() && turn().take(this);
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
    final void letGo() {
        pipe = null;
        bytes = null;
    }

    @Override
    final RuntimeException failure() {
        return ChannelClosedException.INSTANCE;
    }
}
