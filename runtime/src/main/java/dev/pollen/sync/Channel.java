// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue between tasks: any number of senders, any number of receivers, each value to one receiver, first in,
 * first out.
 *
 * <pre>{@code
 * // in the task that measures: waits while the radio is behind
 * await(samples.send(await(sensor.read())));
 *
 * // in the task that transmits
 * try {
 *     for (; ; ) {
 *         await(radio.send(await(samples.receive())));
 *     }
 * } catch (ChannelClosedException end) {
 *     print("all is sent");
 * }
 * }</pre>
 *
 * <p>A sender waits for a free slot, a receiver for a value, each in the order of their first polls. Whoever is woken
 * owns a slot, or a value: the oldest at the moment when it takes it. A slot is taken from the moment at which it is
 * promised to a sender until a receiver has taken the value in it.
 *
 * <p><b>Reservations.</b> {@link #reserveSend} waits for a slot before there is a value, {@link #reserveReceive} takes a
 * value that goes back to its place if it is not committed.
 *
 * <p><b>Closing.</b> Senders fail at once, with {@link ChannelClosedException}; also one that was promised a slot and has
 * not sent yet. Receivers get the values that are there, in order, and then the same exception.
 *
 * <p><b>Cancel safety.</b> A send that is cancelled has not sent. A receive that is cancelled has received nothing: the
 * value that it was woken for goes to the next in line, or stays. Nothing is lost, doubled or reordered.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future and a reservation are used by one task at a time.
 *
 * <p><b>Allocation.</b> The queue, when it is made; then nothing, where the futures are awaited directly. A method that
 * returns a future makes one object where they are not.
 *
 * <p><b>Errors.</b> {@link ChannelClosedException} at the await, see closing. A capacity below 1 is an {@link
 * IllegalArgumentException}. What is {@code local} throws {@link IllegalStateException} where another executor or thread
 * uses it.
 * Null is a {@link NullPointerException}.
 *
 * @param <T> the type of the values, which are never null
 */
public class Channel<T> implements AutoCloseable {
    final Access access;
    final Store<T> store;

    /** Free slots: without a value, not reserved and not promised to a sender. */
    final Permits slots;

    /** Values in the store that were not promised to a receiver. */
    final Permits values;

    Channel(Access access, Store<T> store) {
        this.access = access;
        this.store = store;
        this.slots = new Permits(access, store.capacity());
        this.values = new Permits(access, 0);
    }

    /**
     * Names this channel, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Channel<T> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A channel that is safe between threads.
     *
     * @param <T> the type of the values
     * @param capacity how many values fit in, at least 1
     * @return an empty channel
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static <T> Channel<T> of(int capacity) {
        return new Channel<>(new SharedAccess("Channel"), new Ring<>(checked(capacity)));
    }

    /**
     * A channel that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the values
     * @param capacity how many values fit in, at least 1
     * @return an empty channel; from elsewhere its methods and futures throw {@link IllegalStateException}
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static <T> Channel<T> local(int capacity) {
        return new Channel<>(new LocalAccess("Channel"), new Ring<>(checked(capacity)));
    }

    static int checked(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("the capacity of a channel is at least 1, not "
                    .concat(Integer.toString(capacity))
                    .concat("; for the latest value alone use Signal"));
        }
        return capacity;
    }

    /**
     * Receives a value; waits while there is none.
     *
     * @return a future of the value; it fails with {@link ChannelClosedException} when the channel is closed and empty
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

    // form: objects
    /**
     * Receives a value if there is one. Never overtakes a receiver that waits.
     *
     * @return null if there is none, also when the channel {@linkplain #isClosed is closed}
     */
    public @Nullable T tryReceive() {
        return tryReceiveOr(null);
    }

    // form: all
    /**
     * Receives a value if there is one. Never overtakes a receiver that waits.
     *
     * @param otherwise what to return if there is none, also when the channel {@linkplain #isClosed is closed}
     * @return the value, or that
     */
    public T tryReceiveOr(T otherwise) {
        T value;
        Waker sender;
        access.enter();
        try {
            if (!values.take()) {
                return otherwise;
            }
            value = store.removeFirst();
            sender = slots.release();
        } finally {
            access.exit();
        }
        Waiter.wake(sender);
        return value;
    }

    // form: objects
    /**
     * The value that {@link #tryReceive} would receive; it stays where it is.
     *
     * @return null if there is none
     */
    public @Nullable T tryPeek() {
        return tryPeekOr(null);
    }

    // form: all
    /**
     * The value that {@link #tryReceiveOr} would receive; it stays where it is.
     *
     * @param otherwise what to return if there is none
     * @return the value, or that
     */
    public T tryPeekOr(T otherwise) {
        access.enter();
        try {
            return values.free() == 0 ? otherwise : store.first();
        } finally {
            access.exit();
        }
    }

    /**
     * Takes a value on approval; waits while there is none. It is received when the reservation is committed; until then
     * it keeps its slot, and when the reservation is closed without, it goes back to its place in the queue.
     *
     * @return a future of the reservation; it fails with {@link ChannelClosedException} when the channel is closed and
     *     empty
     */
    @Placed(slot = ReceiveReservation.Reserve.class, by = "reserveReceive$in")
    public Future<ReceiveReservation<T>> reserveReceive() {
        return reserveReceive$in(new ReceiveReservation.Reserve<>());
    }

    /**
     * {@link #reserveReceive} in a slot.
     *
     * @param slot a slot that is not in use; reservations that it gave before may still be open
     * @return the slot
     */
    public ReceiveReservation.Reserve<T> reserveReceive$in(ReceiveReservation.Reserve<T> slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Takes a value on approval if there is one, see {@link #reserveReceive}. Never overtakes a receiver that waits.
     *
     * @param reservation a reservation that is closed; it is open afterwards if there was a value
     * @return whether there was one
     * @throws IllegalStateException if the reservation is open
     */
    public boolean tryReserveReceive(ReceiveReservation<T> reservation) {
        Reservations.checkClosed(reservation.isOpen());
        access.enter();
        try {
            if (!values.take()) {
                return false;
            }
            reservation.open(this);
            return true;
        } finally {
            access.exit();
        }
    }

    /**
     * Sends a value; waits while the channel is full. The value is sent when the future is complete.
     *
     * @param t the value
     * @return a future that fails with {@link ChannelClosedException} when the channel is closed
     * @throws NullPointerException if the value is null
     */
    @Placed(slot = Send.class, by = "send$in")
    public Future<Void> send(T t) {
        return send$in(t, new Send<>());
    }

    /**
     * {@link #send} in a slot.
     *
     * @param t the value
     * @param slot a slot that is not in use
     * @return the slot
     * @throws NullPointerException if the value is null
     */
    public Send<T> send$in(T t, Send<T> slot) {
        slot.place(this, notNull(t));
        return slot;
    }

    /**
     * Sends a value if there is room. Never overtakes a sender that waits.
     *
     * @param t the value
     * @return whether it was sent; false if the channel is full or {@linkplain #isClosed closed}
     * @throws NullPointerException if the value is null
     */
    public boolean trySend(T t) {
        return offer(notNull(t), 0);
    }

    final boolean offer(T value, long rank) {
        access.enter();
        if (!slots.take()) {
            access.exit();
            return false;
        }
        store.add(value, rank);
        if (values.isEmpty()) {
            values.addFree();
            access.exit();
        } else {
            values.grantAndLeave();
        }
        return true;
    }

    /**
     * Reserves a slot; waits while the channel is full. A value that is committed to it later is sent without waiting,
     * as the last at that time.
     *
     * @return a future of the reservation; it fails with {@link ChannelClosedException} when the channel is closed
     */
    @Placed(slot = SendReservation.Reserve.class, by = "reserveSend$in")
    public Future<SendReservation<T>> reserveSend() {
        return reserveSend$in(new SendReservation.Reserve<>());
    }

    /**
     * {@link #reserveSend} in a slot.
     *
     * @param slot a slot that is not in use; reservations that it gave before may still be open
     * @return the slot
     */
    public SendReservation.Reserve<T> reserveSend$in(SendReservation.Reserve<T> slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Reserves a slot if one is free, see {@link #reserveSend}. Never overtakes a sender that waits.
     *
     * @param reservation a reservation that is closed; it is open afterwards if there was a slot
     * @return whether there was one; false if the channel is full or {@linkplain #isClosed closed}
     * @throws IllegalStateException if the reservation is open
     */
    public boolean tryReserveSend(SendReservation<T> reservation) {
        Reservations.checkClosed(reservation.isOpen());
        access.enter();
        try {
            if (!slots.take()) {
                return false;
            }
            reservation.of = this;
            return true;
        } finally {
            access.exit();
        }
    }

    // form: objects
    static <T> T notNull(T value) {
        if (value == null) {
            throw new NullPointerException("a channel carries no null; for an event without a value use Notification");
        }
        return value;
    }

    // form: all
    /** Closes the channel and wakes all that wait. A second call does nothing. */
    @Override
    public void close() {
        access.enter();
        try {
            slots.withhold();
            values.end();
        } finally {
            access.exit();
        }
        slots.sendAway();
        values.sendAway();
    }

    /**
     * Whether {@link #close} was called; there may be values left.
     *
     * @return true from the first close on
     */
    public boolean isClosed() {
        access.enter();
        try {
            return values.isEnded();
        } finally {
            access.exit();
        }
    }

    /**
     * Drops the values that are there and wakes the senders whose turn it is. Values that a receiver was woken for, or
     * that are reserved, stay.
     *
     * @return how many were dropped
     */
    public int clear() {
        int dropped;
        access.enter();
        try {
            dropped = values.takeAll();
            store.keep(store.size() - dropped);
        } finally {
            access.exit();
        }
        slots.releaseAll(dropped);
        return dropped;
    }

    /**
     * How many values fit in.
     *
     * @return what the channel was made with
     */
    public int capacity() {
        return store.capacity();
    }

    /**
     * How many values could be received at once; a guess where others use the channel at the same time.
     *
     * @return from 0 to {@link #capacity}
     */
    public int size() {
        access.enter();
        try {
            return values.free();
        } finally {
            access.exit();
        }
    }

    /**
     * How many values could be sent at once. A slot that is reserved is not free.
     *
     * @return from 0 to {@link #capacity}
     */
    public int freeCapacity() {
        access.enter();
        try {
            return slots.free();
        } finally {
            access.exit();
        }
    }

    /**
     * Whether there is nothing to receive at once.
     *
     * @return whether {@link #size} is 0
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Whether nothing could be sent at once.
     *
     * @return whether {@link #freeCapacity} is 0
     */
    public boolean isFull() {
        return freeCapacity() == 0;
    }

    /** Puts a value into a slot that was taken, and promises it to the first in line. */
    @Nullable
    Waker deliver(T value, long rank) {
        store.add(value, rank);
        return values.release();
    }

    /**
     * The future of {@link Channel#receive}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Receive<T> extends PermitWaiter implements Future<T> {
        private @Nullable Channel<T> channel;
        private @Nullable T value;

        /** An empty slot. */
        public Receive() {}

        private void place(Channel<T> from) {
            placed();
            channel = from;
            value = null; // for the collector
        }

        @Override
        @Nullable
        Permits permits() {
            Channel<T> from = channel;
            return from == null ? null : from.values;
        }

        /** The usual case alone, short enough to be inlined where it is awaited: there is a value, and budget. */
        @Override
        public Poll poll(Context cx) {
            Channel<T> from = channel;
            if (from != null && seemsReady(from.values) && cx.spend()) {
                Access access = from.access;
                access.enter(cx);
                if (isGrantedOr(from.values)) {
                    end(DONE);
                    value = from.store.removeFirst();
                    channel = null;
                    if (from.slots.isEmpty()) {
                        from.slots.addFree();
                        access.exit();
                    } else {
                        from.slots.grantAndLeave();
                    }
                    return Poll.READY;
                }
                access.exit();
            }
            return pollUnready(from == null ? null : from.values, cx);
        }

        @Override
        public T get() {
            checkDone();
            return notTaken(value);
        }

        // form: objects
        @Override
        public T take() {
            T received = get();
            value = null;
            return received;
        }

        // form: all
        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            value = channel.store.removeFirst();
            return channel.slots.release();
        }

        @Override
        void letGo() {
            channel = null;
        }

        @Override
        String name() {
            return "Channel.receive()";
        }

        @Override
        @Nullable
        String wanted() {
            Channel<T> from = channel;
            return from == null ? null : from.access.titled().concat(" empty");
        }
    }

    /**
     * The future of {@link Channel#send}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static class Send<T> extends PermitWaiter implements Future<Void> {
        private @Nullable Channel<T> channel;
        private @Nullable T value;

        /** An empty slot. */
        public Send() {}

        final void place(Channel<T> to, T sent) {
            placed();
            channel = to;
            value = sent;
        }

        /** The order in which it leaves; all of a channel have one. */
        long rank() {
            return 0;
        }

        @Override
        @Nullable
        Permits permits() {
            Channel<T> to = channel;
            return to == null ? null : to.slots;
        }

        /** The usual case alone, short enough to be inlined where it is awaited: there is room, and budget. */
        @Override
        public Poll poll(Context cx) {
            Channel<T> to = channel;
            if (to != null && seemsReady(to.slots) && cx.spend()) {
                Access access = to.access;
                access.enter(cx);
                if (phase == GRANTED ? !to.slots.isEnded() : to.slots.take()) {
                    end(DONE);
                    to.store.add(value, rank());
                    channel = null;
                    value = null; // for the collector
                    if (to.values.isEmpty()) {
                        to.values.addFree();
                        access.exit();
                    } else {
                        to.values.grantAndLeave();
                    }
                    return Poll.READY;
                }
                access.exit();
            }
            return pollUnready(to == null ? null : to.slots, cx);
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        @Nullable
        Waker complete() {
            if (channel.slots.isEnded()) {
                end(FAILED);
                return channel.slots.release();
            }
            end(DONE);
            return channel.deliver(value, rank());
        }

        @Override
        void letGo() {
            channel = null;
            value = null; // for the collector
        }

        @Override
        String name() {
            return "Channel.send(value)";
        }

        @Override
        @Nullable
        String wanted() {
            Channel<T> to = channel;
            return to == null ? null : to.access.titled().concat(" full");
        }
    }
}
