// SPDX-License-Identifier: Apache-2.0
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
 * <p>A sender waits for a free slot, a receiver for a value, each in the order of their first polls. A slot is taken
 * from the moment at which it is promised to a sender until a receiver has taken the value in it.
 *
 * <p><b>Closing.</b> Senders fail at once, with {@link ChannelClosedException}; also one that was promised a slot and has
 * not sent yet. Receivers get the values that are there, in order, and then the same exception.
 *
 * <p><b>Cancel safety.</b> A send that is cancelled has not sent. A receive that is cancelled has received nothing: a
 * value that it was woken with goes to the receivers behind it, otherwise to the front of the queue, as if that receive
 * had never waited. Nothing is lost, doubled or reordered.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> The queue, when it is made; then nothing, where the futures are awaited directly. {@link #send}
 * and {@link #receive} make one object each where they are not.
 *
 * @param <T> the type of the values, which are never null
 */
public class Channel<T> implements AutoCloseable {
    private final Access access;
    private final Ring<T> ring;
    private final WaitList<Send<T>> senders = new WaitList<>();
    private final WaitList<Receive<T>> receivers = new WaitList<>();

    /** Receivers with a value that they have not taken, in the order of the values, which precede those in the ring. */
    private final WaitList<Receive<T>> served = new WaitList<>();

    /** Slots with a value in the ring or with a served receiver, or promised to a sender. All, if a sender waits. */
    private int used;

    private boolean closed;

    private Channel(Access access, int capacity) {
        this.access = access;
        this.ring = new Ring<>(capacity);
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
        return new Channel<>(new SharedAccess(), checked(capacity));
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
        return new Channel<>(new LocalAccess("Channel"), checked(capacity));
    }

    private static int checked(int capacity) {
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

    /**
     * Receives a value if there is one. Never overtakes a receiver that waits.
     *
     * @return null if there is none, also when the channel {@linkplain #isClosed is closed}
     */
    public @Nullable T tryReceive() {
        T value;
        Waker sender = null;
        access.enter();
        try {
            value = ring.removeFirst();
            if (value != null) {
                sender = freeSlot();
            }
        } finally {
            access.exit();
        }
        wake(sender);
        return value;
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
        notNull(t);
        Waker receiver;
        access.enter();
        try {
            if (closed || used == ring.capacity()) {
                return false;
            }
            used++;
            receiver = deliver(t);
        } finally {
            access.exit();
        }
        wake(receiver);
        return true;
    }

    private static <T> T notNull(T value) {
        if (value == null) {
            throw new NullPointerException("a channel carries no null; for an event without a value use Notification");
        }
        return value;
    }

    /** Closes the channel and wakes all that wait. A second call does nothing. */
    @Override
    public void close() {
        access.enter();
        try {
            closed = true;
        } finally {
            access.exit();
        }
        // Nobody stands in line again, so this ends. One at a time: a waiter is not touched after its wake.
        while (sendAway(senders) || sendAway(receivers)) {
            continue;
        }
    }

    private boolean sendAway(WaitList<? extends Waiter> line) {
        Waker waker;
        access.enter();
        try {
            Waiter waiter = line.removeFirst();
            if (waiter == null) {
                return false;
            }
            waker = waiter.sentAway();
        } finally {
            access.exit();
        }
        wake(waker);
        return true;
    }

    /**
     * Whether {@link #close} was called; there may be values left.
     *
     * @return true from the first close on
     */
    public boolean isClosed() {
        access.enter();
        try {
            return closed;
        } finally {
            access.exit();
        }
    }

    /** Gives a value, whose slot is counted, to the first receiver in line, or keeps it. */
    private @Nullable Waker deliver(T value) {
        Receive<T> receiver = receivers.removeFirst();
        if (receiver == null) {
            ring.addLast(value);
            return null;
        }
        serve(receiver, value);
        return receiver.granted();
    }

    private void serve(Receive<T> receiver, T value) {
        receiver.value = value;
        served.add(receiver);
    }

    /**
     * Takes back the value of a served receiver, as if that had never been in line: each receiver behind it gets the
     * value of the one before, and the last value is delivered anew, in front of those in the ring.
     */
    private @Nullable Waker takeBack(Receive<T> cancelled) {
        T value = cancelled.value;
        cancelled.value = null;
        for (Receive<T> behind = served.after(cancelled); behind != null; behind = served.after(behind)) {
            T own = behind.value;
            behind.value = value;
            value = own;
        }
        served.remove(cancelled);
        Receive<T> receiver = receivers.removeFirst();
        if (receiver == null) {
            ring.addFirst(value);
            return null;
        }
        serve(receiver, value);
        return receiver.granted();
    }

    /** Promises a slot that has become free to the first sender in line, if there is one. */
    private @Nullable Waker freeSlot() {
        Send<T> sender = senders.removeFirst();
        if (sender == null) {
            used--;
            return null;
        }
        return sender.granted();
    }

    private static void wake(@Nullable Waker waker) {
        if (waker != null) {
            waker.wake();
        }
    }

    /**
     * The future of {@link Channel#receive}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Receive<T> extends Waiter implements Future<T> {
        private @Nullable Channel<T> channel;
        private @Nullable T value;

        /** An empty slot. */
        public Receive() {}

        private void place(Channel<T> from) {
            placed();
            channel = from;
            value = null;
        }

        @Override
        public Poll poll(Context cx) {
            Channel<T> from = channel;
            if (from == null) {
                throw misuse();
            }
            return poll(from.access, cx);
        }

        @Override
        public T get() {
            checkDone();
            T received = value;
            if (received == null) {
                throw taken();
            }
            return received;
        }

        @Override
        public T take() {
            T received = get();
            value = null;
            return received;
        }

        @Override
        public void cancel() {
            Channel<T> from = channel;
            if (from != null) {
                cancel(from.access);
            }
        }

        @Override
        String name() {
            return "Channel.receive()";
        }

        @Override
        @Nullable
        String wanted() {
            Channel<T> of = channel;
            return of == null ? null : of.access.titled("Channel").concat(" empty");
        }

        @Override
        boolean seemsThere() {
            return !channel.ring.isEmpty();
        }

        @Override
        byte claim() {
            T oldest = channel.ring.removeFirst();
            if (oldest != null) {
                channel.serve(this, oldest);
                return GRANTED;
            }
            return channel.closed ? FAILED : PLACED;
        }

        @Override
        void enqueue() {
            channel.receivers.add(this);
        }

        @Override
        void dequeue() {
            channel.receivers.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            channel.served.remove(this);
            return channel.freeSlot();
        }

        @Override
        @Nullable
        Waker handOn() {
            return channel.takeBack(this);
        }

        @Override
        void letGo() {
            channel = null;
        }

        @Override
        RuntimeException failure() {
            return ChannelClosedException.INSTANCE;
        }
    }

    /**
     * The future of {@link Channel#send}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Send<T> extends Waiter implements Future<Void> {
        private @Nullable Channel<T> channel;
        private @Nullable T value;

        /** An empty slot. */
        public Send() {}

        private void place(Channel<T> to, T sent) {
            placed();
            channel = to;
            value = sent;
        }

        @Override
        public Poll poll(Context cx) {
            Channel<T> to = channel;
            if (to == null) {
                throw misuse();
            }
            return poll(to.access, cx);
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        public void cancel() {
            Channel<T> to = channel;
            if (to != null) {
                cancel(to.access);
            }
        }

        @Override
        String name() {
            return "Channel.send(value)";
        }

        @Override
        @Nullable
        String wanted() {
            Channel<T> of = channel;
            return of == null ? null : of.access.titled("Channel").concat(" full");
        }

        @Override
        boolean seemsThere() {
            return channel.used < channel.ring.capacity();
        }

        @Override
        byte claim() {
            if (channel.closed) {
                return FAILED;
            }
            if (channel.used == channel.ring.capacity()) {
                return PLACED;
            }
            channel.used++;
            return GRANTED;
        }

        @Override
        void enqueue() {
            channel.senders.add(this);
        }

        @Override
        void dequeue() {
            channel.senders.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            if (channel.closed) {
                end(FAILED);
                return channel.freeSlot();
            }
            end(DONE);
            return channel.deliver(value);
        }

        @Override
        @Nullable
        Waker handOn() {
            return channel.freeSlot();
        }

        @Override
        void letGo() {
            channel = null;
            value = null;
        }

        @Override
        RuntimeException failure() {
            return ChannelClosedException.INSTANCE;
        }
    }
}
