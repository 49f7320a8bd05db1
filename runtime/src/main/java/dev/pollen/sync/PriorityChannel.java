// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;

/**
 * A {@link Channel} whose values leave by rank: the highest first, those of one rank in the order of their sends. A rank
 * is a number that is given with the value; what is sent without one has rank 0.
 *
 * <pre>{@code
 * await(packets.send("temperature 21"));
 * await(packets.send("smoke", 9)); // leaves before all of a lower rank
 * packets.removeIf(packet -> packet.startsWith("temperature"));
 * }</pre>
 *
 * <p>A receiver that is woken owns a value: the one of the highest rank at the moment when it takes it. Senders wait for
 * free slots in the order of their first polls, whatever the rank of their values.
 *
 * <p><b>Cancel safety, threading, allocation, errors, closing.</b> As with {@link Channel}. A value that was reserved and not
 * committed goes back to its rank and its place there.
 *
 * @param <T> the type of the values, which are never null
 */
public final class PriorityChannel<T> extends Channel<T> {
    private final Heap<T> heap;

    private PriorityChannel(Access access, Heap<T> heap) {
        super(access, heap);
        this.heap = heap;
    }

    /**
     * A channel that is safe between threads.
     *
     * @param <T> the type of the values
     * @param capacity how many values fit in, at least 1
     * @return an empty channel
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static <T> PriorityChannel<T> of(int capacity) {
        return new PriorityChannel<>(new SharedAccess("PriorityChannel"), new Heap<>(checked(capacity)));
    }

    /**
     * A channel that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the values
     * @param capacity how many values fit in, at least 1
     * @return an empty channel; from elsewhere its methods and futures throw {@link IllegalStateException}
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static <T> PriorityChannel<T> local(int capacity) {
        return new PriorityChannel<>(new LocalAccess("PriorityChannel"), new Heap<>(checked(capacity)));
    }

    @Override
    public PriorityChannel<T> named(String name) {
        super.named(name);
        return this;
    }

    /**
     * Sends a value of some rank; waits while the channel is full. The value is sent when the future is complete.
     *
     * @param t the value
     * @param rank higher ones leave first
     * @return a future that fails with {@link ChannelClosedException} when the channel is closed
     * @throws NullPointerException if the value is null
     */
    @Placed(slot = RankedSend.class, by = "send$in")
    public Future<Void> send(T t, long rank) {
        return send$in(t, rank, new RankedSend<>());
    }

    /**
     * {@link #send(Object, long)} in a slot.
     *
     * @param t the value
     * @param rank higher ones leave first
     * @param slot a slot that is not in use
     * @return the slot
     * @throws NullPointerException if the value is null
     */
    public RankedSend<T> send$in(T t, long rank, RankedSend<T> slot) {
        slot.place(this, notNull(t));
        slot.rank = rank;
        return slot;
    }

    /**
     * Sends a value of some rank if there is room. Never overtakes a sender that waits.
     *
     * @param t the value
     * @param rank higher ones leave first
     * @return whether it was sent; false if the channel is full or {@linkplain #isClosed closed}
     * @throws NullPointerException if the value is null
     */
    public boolean trySend(T t, long rank) {
        return offer(notNull(t), rank);
    }

    /**
     * Sends a value of some rank into a slot that was reserved, see {@link SendReservation#commit}.
     *
     * @param reservation a reservation of this channel that is open
     * @param t the value
     * @param rank higher ones leave first
     * @return whether it was sent; false if the channel was closed meanwhile
     * @throws IllegalStateException if the reservation is not open
     * @throws NullPointerException if the value is null
     */
    public boolean commit(SendReservation<T> reservation, T t, long rank) {
        return reservation.commit(notNull(t), rank);
    }

    /**
     * Drops values, and wakes the senders whose turn it is. The filter is asked about each value once, the oldest first,
     * while others may use the channel; it may use it too. Values that receivers were woken for, as many of the highest
     * rank as there are such receivers, and those that are reserved may be asked about, but stay. Takes time that grows
     * with the square of the number of values.
     *
     * @param filter says whether a value goes
     * @return how many were dropped
     */
    public int removeIf(Filter<? super T> filter) {
        int dropped = 0;
        int age = Integer.MAX_VALUE;
        int at;
        access.enter();
        try {
            at = heap.next();
        } finally {
            access.exit();
        }
        for (; ; ) {
            T value;
            access.enter();
            try {
                int place = heap.oldestBelow(age, at);
                if (place < 0) {
                    return dropped;
                }
                value = heap.value(place);
                age = heap.age(place, at);
            } finally {
                access.exit();
            }
            if (filter.test(value) && remove(age, at)) {
                dropped++;
            }
        }
    }

    /** Removes a value that was there a moment ago. */
    private boolean remove(int age, int at) {
        Waker sender;
        access.enter();
        try {
            int place = heap.oldestBelow(age + 1, at);
            if (place < 0 || heap.age(place, at) != age || !values.take()) {
                return false;
            }
            heap.remove(place);
            sender = slots.release();
        } finally {
            access.exit();
        }
        Waiter.wake(sender);
        return true;
    }

    /**
     * Says which values {@link PriorityChannel#removeIf} drops.
     *
     * @param <T> the type of the values
     */
    public interface Filter<T> {
        /**
         * Asked about a value that is in the channel.
         *
         * @param value the value
         * @return whether it goes
         */
        boolean test(T value);
    }

    /**
     * The future of {@link PriorityChannel#send(Object, long)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class RankedSend<T> extends Send<T> {
        private long rank;

        /** An empty slot. */
        public RankedSend() {}

        @Override
        long rank() {
            return rank;
        }
    }
}
