// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Tells many tasks, once and for good, to stop: they look at it, or wait for it beside their work.
 *
 * <pre>{@code
 * // in each task that is to stop
 * for (; ; ) {
 *     var r = await(select(token.cancelled(), sensor.read()));
 *     if (r.isFirst()) {
 *         print("stopped");
 *         return Task.done();
 *     }
 *     print("measured " + r.second().getAsInt());
 * }
 *
 * // in the task that stops them all
 * token.cancel();
 * }</pre>
 *
 * <p>A {@linkplain #child child} is cancelled with its parent, and alone without it. A child that is no longer needed is
 * closed, which takes it out of its parent: {@code try (var token = parent.child()) { .. }}.
 *
 * <p><b>Cancel safety.</b> A wait that is cancelled has no effect.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it;
 * children are as their parent. A future is used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly. {@link #cancelled} makes one object
 * where it is not; {@link #child} makes one.
 *
 * <p><b>Errors.</b> None of its own: to be cancelled is no error, and the wait for it ends well. What is {@code local}
 * throws {@link IllegalStateException} where another executor or thread uses it.
 */
public class CancellationToken implements AutoCloseable {
    private final Access access;
    private final WaitList<Cancelled> waiters = new WaitList<>();
    private boolean cancelled;

    private @Nullable CancellationToken parent;
    private @Nullable CancellationToken firstChild;
    private @Nullable CancellationToken previous;
    private @Nullable CancellationToken next;

    private CancellationToken(Access access) {
        this.access = access;
    }

    /**
     * A token that is safe between threads.
     *
     * @return one that is not cancelled
     */
    public static CancellationToken of() {
        return new CancellationToken(new SharedAccess("CancellationToken"));
    }

    /**
     * A token that belongs to one executor: the first that uses it.
     *
     * @return one that is not cancelled; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static CancellationToken local() {
        return new CancellationToken(new LocalAccess("CancellationToken"));
    }

    /**
     * Names this token and its children, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public CancellationToken named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A token that is cancelled with this one, or before.
     *
     * @return one that is cancelled already if this one is
     */
    public CancellationToken child() {
        CancellationToken child = new CancellationToken(access);
        access.enter();
        try {
            if (within()) {
                child.cancelled = true;
            } else {
                link(child);
            }
        } finally {
            access.exit();
        }
        return child;
    }

    /** Cancels this token and its children: all that wait are woken, in order of their tokens. A second call does nothing. */
    public void cancel() {
        // One at a time: a waiter is not touched after its wake.
        while (wakeOne()) {
            continue;
        }
    }

    /** {@link #cancel}, for try-with-resources. */
    @Override
    public void close() {
        cancel();
    }

    /**
     * Whether this token, or one above it, was cancelled.
     *
     * @return whether {@link #cancelled} is ready
     */
    public boolean isCancelled() {
        access.enter();
        try {
            return within();
        } finally {
            access.exit();
        }
    }

    /**
     * Waits until this token is cancelled.
     *
     * @return a future that is ready from then on, at once where that was before
     */
    @Placed(slot = Cancelled.class, by = "cancelled$in")
    public Future<Void> cancelled() {
        return cancelled$in(new Cancelled());
    }

    /**
     * {@link #cancelled} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Cancelled cancelled$in(Cancelled slot) {
        slot.place(this);
        return slot;
    }

    /** Whether a token on the way up is cancelled. */
    private boolean within() {
        for (CancellationToken token = this; token != null; token = token.parent) {
            if (token.cancelled) {
                return true;
            }
        }
        return false;
    }

    private boolean wakeOne() {
        Waker waker;
        access.enter();
        try {
            Cancelled waiter = firstBelow();
            if (waiter == null) {
                return false;
            }
            waker = waiter.granted();
        } finally {
            access.exit();
        }
        if (waker != null) {
            waker.wake();
        }
        return true;
    }

    /**
     * Cancels this token and those below it, up to the first that somebody waits for. Tokens on the way that nobody waits
     * for leave their parents, so that all calls together visit each token once.
     *
     * @return a waiter, out of its line; null when all are cancelled
     */
    private @Nullable Cancelled firstBelow() {
        CancellationToken token = this;
        for (; ; ) {
            token.cancelled = true;
            Cancelled waiter = token.waiters.removeFirst();
            if (waiter != null) {
                return waiter;
            }
            CancellationToken child = token.firstChild;
            if (child != null) {
                token = child;
                continue;
            }
            CancellationToken above = token.parent;
            if (above != null) {
                above.unlink(token);
            }
            if (token == this || above == null) {
                return null;
            }
            token = above;
        }
    }

    private void link(CancellationToken child) {
        CancellationToken second = firstChild;
        child.parent = this;
        child.next = second;
        if (second != null) {
            second.previous = child;
        }
        firstChild = child;
    }

    private void unlink(CancellationToken child) {
        CancellationToken before = child.previous;
        CancellationToken behind = child.next;
        if (before == null) {
            firstChild = behind;
        } else {
            before.next = behind;
        }
        if (behind != null) {
            behind.previous = before;
        }
        child.parent = null;
        child.previous = null;
        child.next = null;
    }

    /** The future of {@link CancellationToken#cancelled}, and its slot. */
    public static final class Cancelled extends Waiter implements Future<Void> {
        private @Nullable CancellationToken token;

        /** An empty slot. */
        public Cancelled() {}

        private void place(CancellationToken of) {
            placed();
            token = of;
        }

        @Override
        @Nullable
        Access access() {
            CancellationToken of = token;
            return of == null ? null : of.access;
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        String name() {
            return "CancellationToken.cancelled()";
        }

        @Override
        @Nullable
        String wanted() {
            CancellationToken of = token;
            return of == null ? null : of.access.titled().concat(" not cancelled");
        }

        @Override
        boolean seemsThere() {
            return token.cancelled;
        }

        @Override
        byte claim() {
            return token.within() ? GRANTED : PLACED;
        }

        @Override
        void enqueue() {
            token.waiters.add(this);
        }

        @Override
        void dequeue() {
            token.waiters.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            return null;
        }

        @Override
        void letGo() {
            token = null;
        }
    }
}
