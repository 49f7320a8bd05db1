// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of buffers that stay where they are: a sender fills the next one in place, a receiver reads it in place,
 * and nothing is copied. At most one sender fills and at most one receiver reads at a time; others wait for their turns,
 * in the order of their first polls.
 *
 * <pre>{@code
 * // in the task that receives: the port writes into the buffer that the other task reads
 * try (var slot = await(frames.send())) {
 *     if (await(uart.read(slot.value())) > 0) {
 *         slot.sendDone();
 *     }
 * }
 *
 * // in the task that handles what was received
 * try (var slot = await(frames.receive())) {
 *     print("frame of type " + (char) slot.value()[0]);
 *     slot.receiveDone();
 * }
 * }</pre>
 *
 * <p>A slot that is closed without {@code sendDone()} has sent nothing, one that is closed without {@code receiveDone()}
 * has received nothing: the buffer is received again.
 *
 * <p><b>Closing.</b> Senders fail at once, with {@link ChannelClosedException}. Receivers get the buffers that are there, in
 * order, and then fail.
 *
 * <p><b>Cancel safety.</b> A future that is cancelled passes its turn on.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future and a slot are used by one task at a time; so is a buffer while it is in a slot.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> {@link ChannelClosedException} at the await, see closing. A slot that is used after it was closed
 * throws {@link IllegalStateException}. What is {@code local} throws {@link IllegalStateException} where another
 * executor or thread uses it.
 *
 * @param <T> the type of the buffers
 */
public final class ZeroCopyChannel<T> extends Passage implements AutoCloseable {
    private final T[] buffers;
    private final Turn<TurnWaiter<ZeroCopyChannel<T>>> senders = new Turn<>();
    private final Turn<TurnWaiter<ZeroCopyChannel<T>>> receivers = new Turn<>();
    private int first;
    private int size;
    private boolean closed;

    private ZeroCopyChannel(Access access, T[] buffers) {
        super(access);
        if (buffers.length == 0) {
            throw new IllegalArgumentException("a channel needs at least one buffer");
        }
        this.buffers = buffers.clone();
    }

    /**
     * Names this channel, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public ZeroCopyChannel<T> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A channel that is safe between threads.
     *
     * @param <T> the type of the buffers
     * @param buffers the buffers, at least one; all different
     * @return an empty channel
     * @throws IllegalArgumentException if there are no buffers
     */
    public static <T> ZeroCopyChannel<T> of(T[] buffers) {
        return new ZeroCopyChannel<>(new SharedAccess("ZeroCopyChannel"), buffers);
    }

    /**
     * A channel that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the buffers
     * @param buffers the buffers, at least one; all different
     * @return an empty channel; from elsewhere its methods and futures throw {@link IllegalStateException}
     * @throws IllegalArgumentException if there are no buffers
     */
    public static <T> ZeroCopyChannel<T> local(T[] buffers) {
        return new ZeroCopyChannel<>(new LocalAccess("ZeroCopyChannel"), buffers);
    }

    /**
     * Waits for a buffer to fill.
     *
     * @return a future of a slot with the buffer; it fails with {@link ChannelClosedException} when the channel is closed
     */
    @Placed(slot = Send.class, by = "send$in")
    public Future<SendSlot<T>> send() {
        return send$in(new Send<>());
    }

    /**
     * {@link #send} in a slot.
     *
     * @param slot a slot that is not in use; what it gave before may still be open
     * @return the slot
     */
    public Send<T> send$in(Send<T> slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Waits for a buffer to read.
     *
     * @return a future of a slot with the buffer; it fails with {@link ChannelClosedException} when the channel is closed
     *     and empty
     */
    @Placed(slot = Receive.class, by = "receive$in")
    public Future<ReceiveSlot<T>> receive() {
        return receive$in(new Receive<>());
    }

    /**
     * {@link #receive} in a slot.
     *
     * @param slot a slot that is not in use; what it gave before may still be open
     * @return the slot
     */
    public Receive<T> receive$in(Receive<T> slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Takes a buffer to fill, if there is one. Never overtakes a sender that waits.
     *
     * @param slot a slot that is closed; it is open afterwards if there was a buffer
     * @return whether there was one; false if the channel is full or closed, or if another one is being filled
     * @throws IllegalStateException if the slot is open
     */
    public boolean trySend(SendSlot<T> slot) {
        Reservations.checkClosed(slot.of != null);
        access.enter();
        try {
            if (closed || isFilled() || !senders.isFree()) {
                return false;
            }
            senders.lend();
            slot.open(this);
            return true;
        } finally {
            access.exit();
        }
    }

    /**
     * Takes a buffer to read, if there is one. Never overtakes a receiver that waits.
     *
     * @param slot a slot that is closed; it is open afterwards if there was a buffer
     * @return whether there was one; false if the channel is empty, or if another one is being read
     * @throws IllegalStateException if the slot is open
     */
    public boolean tryReceive(ReceiveSlot<T> slot) {
        Reservations.checkClosed(slot.of != null);
        access.enter();
        try {
            if (size == 0 || !receivers.isFree()) {
                return false;
            }
            receivers.lend();
            slot.of = this;
            return true;
        } finally {
            access.exit();
        }
    }

    /**
     * Drops the buffers that were sent, but for one that is being read, and lets senders go on.
     *
     * @return how many were dropped
     */
    public int clear() {
        int dropped;
        access.enter();
        try {
            int kept = receivers.isLent() ? 1 : 0;
            dropped = size - kept;
            if (kept == 0) {
                first = place(size);
            }
            size = kept;
        } finally {
            access.exit();
        }
        passOn();
        return dropped;
    }

    /**
     * How many buffers there are.
     *
     * @return what the channel was made with
     */
    public int capacity() {
        return buffers.length;
    }

    /**
     * How many buffers were sent and not received.
     *
     * @return from 0 to {@link #capacity}
     */
    public int size() {
        access.enter();
        try {
            return size;
        } finally {
            access.exit();
        }
    }

    /**
     * How many buffers are free.
     *
     * @return from 0 to {@link #capacity}
     */
    public int freeCapacity() {
        return buffers.length - size();
    }

    /**
     * Whether there is nothing to receive.
     *
     * @return whether {@link #size} is 0
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Whether there is nothing to fill.
     *
     * @return whether {@link #size} is {@link #capacity}
     */
    public boolean isFull() {
        return size() == capacity();
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
        passOn();
    }

    /**
     * Whether {@link #close} was called; there may be buffers left.
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

    private boolean isFilled() {
        return size == buffers.length;
    }

    private int place(int behindFirst) {
        int place = first + behindFirst;
        return place < buffers.length ? place : place - buffers.length;
    }

    @Override
    @Nullable
    Waker next() {
        Waker waker = closed ? senders.sendAway() : null;
        if (waker == null && closed && size == 0 && !receivers.isLent()) {
            waker = receivers.sendAway();
        }
        if (waker == null && size != 0) {
            waker = receivers.next();
        }
        if (waker == null && !closed && !isFilled()) {
            waker = senders.next();
        }
        return waker;
    }

    /**
     * A buffer to fill. Open until {@link #sendDone} or {@link #close}; then it is used again, so let go of one that is
     * closed.
     *
     * @param <T> the type of the buffer
     */
    public static final class SendSlot<T> extends Holding<ZeroCopyChannel<T>, SendSlot<T>> implements AutoCloseable {
        private int place;

        /** A slot that is closed, for {@link ZeroCopyChannel#trySend}. */
        public SendSlot() {}

        private void open(ZeroCopyChannel<T> channel) {
            of = channel;
            place = channel.place(channel.size);
        }

        /**
         * The buffer.
         *
         * @return the buffer; nobody else has it until the slot is closed
         * @throws IllegalStateException if the slot is closed
         */
        public T value() {
            return opened().buffers[place];
        }

        /**
         * Sends the buffer.
         *
         * @return whether it was sent; false if the channel was closed meanwhile
         * @throws IllegalStateException if the slot is closed
         */
        public boolean sendDone() {
            ZeroCopyChannel<T> channel = opened();
            boolean sent;
            channel.access.enter();
            try {
                sent = !channel.closed;
                if (sent) {
                    send(channel);
                }
                release(channel);
            } finally {
                channel.access.exit();
            }
            channel.passOn();
            return sent;
        }

        private void send(ZeroCopyChannel<T> channel) {
            // Elsewhere, if the buffers before it were dropped meanwhile.
            int last = channel.place(channel.size);
            T sent = channel.buffers[place];
            channel.buffers[place] = channel.buffers[last];
            channel.buffers[last] = sent;
            channel.size++;
        }

        /** Gives the buffer back without sending it; does nothing after {@link #sendDone}. */
        @Override
        public void close() {
            ZeroCopyChannel<T> channel = of;
            if (channel == null) {
                return;
            }
            channel.access.enter();
            try {
                release(channel);
            } finally {
                channel.access.exit();
            }
            channel.passOn();
        }

        private void release(ZeroCopyChannel<T> channel) {
            of = null;
            channel.senders.giveBack();
        }

        private ZeroCopyChannel<T> opened() {
            ZeroCopyChannel<T> channel = of;
            if (channel == null) {
                throw Holding.closed("the SendSlot", "send");
            }
            return channel;
        }

        @Override
        SendSlot<T> another() {
            return new SendSlot<>();
        }
    }

    /**
     * A buffer to read. Open until {@link #receiveDone} or {@link #close}; then it is used again, so let go of one that is
     * closed.
     *
     * @param <T> the type of the buffer
     */
    public static final class ReceiveSlot<T> extends Holding<ZeroCopyChannel<T>, ReceiveSlot<T>>
            implements AutoCloseable {
        /** A slot that is closed, for {@link ZeroCopyChannel#tryReceive}. */
        public ReceiveSlot() {}

        /**
         * The buffer.
         *
         * @return the buffer; nobody else has it until the slot is closed
         * @throws IllegalStateException if the slot is closed
         */
        public T value() {
            ZeroCopyChannel<T> channel = opened();
            return channel.buffers[channel.first];
        }

        /**
         * Says that the buffer was read: it can be filled again.
         *
         * @throws IllegalStateException if the slot is closed
         */
        public void receiveDone() {
            leave(opened(), true);
        }

        /** Leaves the buffer where it is, to be received again; does nothing after {@link #receiveDone}. */
        @Override
        public void close() {
            ZeroCopyChannel<T> channel = of;
            if (channel != null) {
                leave(channel, false);
            }
        }

        private void leave(ZeroCopyChannel<T> channel, boolean done) {
            channel.access.enter();
            try {
                if (done) {
                    channel.first = channel.place(1);
                    channel.size--;
                }
                of = null;
                channel.receivers.giveBack();
            } finally {
                channel.access.exit();
            }
            channel.passOn();
        }

        private ZeroCopyChannel<T> opened() {
            ZeroCopyChannel<T> channel = of;
            if (channel == null) {
                throw Holding.closed("the ReceiveSlot", "receive");
            }
            return channel;
        }

        @Override
        ReceiveSlot<T> another() {
            return new ReceiveSlot<>();
        }
    }

    /**
     * The future of {@link ZeroCopyChannel#send}, and its slot.
     *
     * @param <T> the type of the buffer
     */
    public static final class Send<T> extends TurnWaiter<ZeroCopyChannel<T>> implements Future<SendSlot<T>> {
        private final SendSlot<T> slots = new SendSlot<>();
        private @Nullable SendSlot<T> slot;

        /** An empty slot. */
        public Send() {}

        private void place(ZeroCopyChannel<T> to) {
            placed();
            passage = to;
            slot = Holding.closedOf(slots);
        }

        @Override
        public SendSlot<T> get() {
            checkDone();
            return slot;
        }

        @Override
        Turn<TurnWaiter<ZeroCopyChannel<T>>> turn() {
            return passage.senders;
        }

        @Override
        boolean canGoOn() {
            return !passage.isFilled() || passage.closed;
        }

        @Override
        byte claim() {
            if (passage.closed) {
                return FAILED;
            }
            return canTake() ? GRANTED : PLACED;
        }

        @Override
        @Nullable
        Waker complete() {
            if (passage.closed) {
                endTurn(FAILED);
                return null;
            }
            end(DONE);
            passage.senders.lend();
            slot.open(passage);
            return null;
        }

        @Override
        String name() {
            return "ZeroCopyChannel.send()";
        }

        @Override
        @Nullable
        String wanted() {
            ZeroCopyChannel<T> to = passage;
            return to == null ? null : to.access.titled().concat(to.isFilled() ? " full" : " being filled");
        }
    }

    /**
     * The future of {@link ZeroCopyChannel#receive}, and its slot.
     *
     * @param <T> the type of the buffer
     */
    public static final class Receive<T> extends TurnWaiter<ZeroCopyChannel<T>> implements Future<ReceiveSlot<T>> {
        private final ReceiveSlot<T> slots = new ReceiveSlot<>();
        private @Nullable ReceiveSlot<T> slot;

        /** An empty slot. */
        public Receive() {}

        private void place(ZeroCopyChannel<T> from) {
            placed();
            passage = from;
            slot = Holding.closedOf(slots);
        }

        @Override
        public ReceiveSlot<T> get() {
            checkDone();
            return slot;
        }

        @Override
        Turn<TurnWaiter<ZeroCopyChannel<T>>> turn() {
            return passage.receivers;
        }

        @Override
        boolean canGoOn() {
            return passage.size != 0;
        }

        @Override
        byte claim() {
            if (canTake()) {
                return GRANTED;
            }
            // A buffer that is being read may be left to the next.
            boolean over = passage.closed && passage.size == 0;
            if (over) {
                turn().release(this);
            }
            return over ? FAILED : PLACED;
        }

        @Override
        @Nullable
        Waker complete() {
            if (!canGoOn()) {
                // All was dropped meanwhile: on, with the turn.
                end(PLACED);
                return null;
            }
            end(DONE);
            passage.receivers.lend();
            slot.of = passage;
            return null;
        }

        @Override
        String name() {
            return "ZeroCopyChannel.receive()";
        }

        @Override
        @Nullable
        String wanted() {
            ZeroCopyChannel<T> from = passage;
            return from == null ? null : from.access.titled().concat(from.size == 0 ? " empty" : " being read");
        }
    }
}
