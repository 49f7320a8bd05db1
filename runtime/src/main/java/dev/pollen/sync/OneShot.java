// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A place for one value, once: an answer, the end of a job. Sending never waits, and tells whether somebody may still
 * want the value.
 *
 * <pre>{@code
 * // in the task that calibrates
 * offset.send(await(sensor.read())); // false, if nobody wants it any more
 *
 * // in the task that asked for it
 * print("offset " + await(offset.receive()));
 * }</pre>
 *
 * <p>With several receivers the first in line gets the value; the others fail when it was taken.
 *
 * <p><b>Closing</b> says that the value is not wanted, or will not come. A value that is there already can still be
 * received. Receivers without a value fail with {@link ChannelClosedException}; who awaits {@link #closed} learns of it.
 *
 * <p><b>Cancel safety.</b> A receive that is cancelled has received nothing: the value goes to the next in line, or stays.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly; {@link #renew} makes it fit for
 * another value.
 *
 * <p><b>Errors.</b> {@link ChannelClosedException} at the await of a receive, when it was closed without a value or
 * another receiver got it. Null is a {@link NullPointerException}. What is {@code local} throws
 * {@link IllegalStateException} where another executor or thread uses it.
 *
 * @param <T> the type of the value, which is never null
 */
public class OneShot<T> implements AutoCloseable {
    private final Access access;
    private @Nullable T value;
    private boolean sent;

    /** One while the value is there and nobody was woken for it; ended when no value will come. */
    private final Permits values;

    private final WaitList<Closed> watchers = new WaitList<>();

    private OneShot(Access access) {
        this.access = access;
        values = new Permits(access, 0);
    }

    /**
     * Names this one, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public OneShot<T> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * One that is safe between threads.
     *
     * @param <T> the type of the value
     * @return one without a value
     */
    public static <T> OneShot<T> of() {
        return new OneShot<>(new SharedAccess("OneShot"));
    }

    /**
     * One that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @return one without a value; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <T> OneShot<T> local() {
        return new OneShot<>(new LocalAccess("OneShot"));
    }

    /**
     * Sends the value.
     *
     * @param t the value
     * @return whether it was sent; false if one was sent before, or if it is closed
     * @throws NullPointerException if the value is null
     */
    public boolean send(T t) {
        if (t == null) {
            throw new NullPointerException("a OneShot carries no null; for an event without a value use Notification");
        }
        Waker receiver;
        access.enter();
        try {
            if (sent || values.isEnded()) {
                return false;
            }
            sent = true;
            value = t;
            receiver = values.release();
        } finally {
            access.exit();
        }
        Waiter.wake(receiver);
        return true;
    }

    /**
     * Receives the value; waits until it is there.
     *
     * @return a future of the value; it fails with {@link ChannelClosedException} if somebody else has taken it, or when
     *     this is closed without one
     */
    @Placed(slot = Receive.class, by = "receive$in")
    public Future<T> receive() {
        return receive$in(new Receive<>());
    }

    /**
     * {@link #receive} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Receive<T> receive$in(Receive<T> slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Receives the value if it is there. Never overtakes a receiver that was woken.
     *
     * @return null if it is not there
     */
    public @Nullable T tryReceive() {
        T taken;
        access.enter();
        try {
            if (!values.take()) {
                return null;
            }
            taken = taken();
        } finally {
            access.exit();
        }
        tellTheEnd();
        return taken;
    }

    /** Takes the value out, for good; whoever waits for it is to be sent away. */
    private T taken() {
        T taken = value;
        value = null;
        values.end();
        return taken;
    }

    /**
     * Waits until nothing can be sent any more: for a sender that can stop when its value is not wanted.
     *
     * @return a future that is ready after {@link #close}, and when a value was taken
     */
    @Placed(slot = Closed.class, by = "closed$in")
    public Future<Void> closed() {
        return closed$in(new Closed());
    }

    /**
     * {@link #closed} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Closed closed$in(Closed slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Whether {@link #close} was called or the value was taken: nothing can be sent any more.
     *
     * @return whether a send would fail for ever
     */
    public boolean isClosed() {
        access.enter();
        try {
            return values.isEnded();
        } finally {
            access.exit();
        }
    }

    /** Says that the value is not wanted, or will not come, and wakes all that wait. A second call does nothing. */
    @Override
    public void close() {
        access.enter();
        try {
            values.end();
        } finally {
            access.exit();
        }
        tellTheEnd();
    }

    /** Whoever comes now finds that it has ended, so this ends. One at a time: a wake may do anything. */
    private void tellTheEnd() {
        values.sendAway();
        while (tellOne()) {
            continue;
        }
    }

    private boolean tellOne() {
        Waker waker;
        access.enter();
        try {
            Closed first = watchers.removeFirst();
            if (first == null) {
                return false;
            }
            waker = first.granted();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }

    /**
     * Makes it as new, for another value; one that was not taken is dropped.
     *
     * @throws IllegalStateException if a task waits for it, or was woken for it and has not run yet
     */
    public void renew() {
        boolean used;
        access.enter();
        try {
            used = values.hasWaiters() || watchers.first() != null || value != null && values.free() == 0;
            if (!used) {
                value = null;
                sent = false;
                values.restart();
            }
        } finally {
            access.exit();
        }
        if (used) {
            throw new IllegalStateException(
                    access.titled().concat(" was renewed while a task waits for it; let it end first"));
        }
    }

    /**
     * The future of {@link OneShot#receive}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Receive<T> extends PermitWaiter implements Future<T> {
        private @Nullable OneShot<T> from;
        private @Nullable T value;

        /** An empty slot. */
        public Receive() {}

        private void place(OneShot<T> of) {
            placed();
            from = of;
            value = null;
        }

        @Override
        public Poll poll(Context cx) {
            OneShot<T> of = from;
            Poll poll = super.poll(cx);
            if (poll == Poll.READY) {
                of.tellTheEnd();
            }
            return poll;
        }

        @Override
        public T get() {
            checkDone();
            return notTaken(value);
        }

        @Override
        public T take() {
            T received = get();
            value = null;
            return received;
        }

        @Override
        @Nullable
        Permits permits() {
            OneShot<T> of = from;
            return of == null ? null : of.values;
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            value = from.taken();
            return null;
        }

        @Override
        void letGo() {
            from = null;
        }

        @Override
        String name() {
            return "OneShot.receive()";
        }

        @Override
        @Nullable
        String wanted() {
            OneShot<T> of = from;
            return of == null ? null : of.access.titled().concat(" without a value");
        }
    }

    /** The future of {@link OneShot#closed}, and its slot. */
    public static final class Closed extends Waiter implements Future<Void> {
        private @Nullable OneShot<?> of;

        /** An empty slot. */
        public Closed() {}

        private void place(OneShot<?> watched) {
            placed();
            of = watched;
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        @Nullable
        Access access() {
            OneShot<?> watched = of;
            return watched == null ? null : watched.access;
        }

        @Override
        boolean seemsThere() {
            return of.values.isEnded();
        }

        @Override
        byte claim() {
            return seemsThere() ? GRANTED : PLACED;
        }

        @Override
        void enqueue() {
            of.watchers.add(this);
        }

        @Override
        void dequeue() {
            of.watchers.remove(this);
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
            of = null;
        }

        @Override
        String name() {
            return "OneShot.closed()";
        }

        @Override
        @Nullable
        String wanted() {
            OneShot<?> watched = of;
            return watched == null ? null : watched.access.titled().concat(" open");
        }
    }
}
