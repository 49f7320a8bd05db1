// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Messages that every subscriber reads. Publishing waits while the channel is full, which it is as long as the slowest
 * subscriber has not read the oldest message; {@link #publishImmediate} does not wait and drops that one instead.
 *
 * <pre>{@code
 * // in each task that wants them all
 * try (var all = readings.subscribe()) {
 *     for (; ; ) {
 *         print(name + " " + await(all.next()));
 *     }
 * } catch (ChannelClosedException end) {
 *     print(name + " has them all");
 * }
 *
 * // in the task that measures: waits for the slowest of them
 * await(readings.publish(20 + i));
 * }</pre>
 *
 * <p>A {@linkplain #subscribe subscriber} reads what is published after it came. Without subscribers messages are dropped,
 * and publishing never waits. There is no limit to the number of subscribers and of publishers.
 *
 * <p>Publishers wait in the order of their first polls; one that is woken owns a slot.
 *
 * <p><b>Closing.</b> Publishers fail at once, with {@link ChannelClosedException}. Subscribers read what is there, and
 * then fail.
 *
 * <p><b>Cancel safety.</b> A publish that is cancelled has not published.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> The queue, when it is made, and two objects for each subscriber; then nothing, where the futures
 * are awaited directly.
 *
 * <p><b>Errors.</b> {@link ChannelClosedException} at the await, see closing. A subscriber that was overtaken by
 * {@link #publishImmediate} gets a {@link LaggedException}. Null is a {@link NullPointerException}. What is
 * {@code local} throws {@link IllegalStateException} where another executor or thread uses it.
 *
 * @param <T> the type of the messages, which are never null
 */
public final class PubSubChannel<T> implements AutoCloseable {
    private final Topic<T> topic;

    private PubSubChannel(Access access, int capacity) {
        topic = new Topic<>(access, capacity);
    }

    /**
     * Names this channel, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public PubSubChannel<T> named(String name) {
        topic.access.name(name);
        return this;
    }

    /**
     * A channel that is safe between threads.
     *
     * @param <T> the type of the messages
     * @param capacity how many messages fit in, at least 1
     * @return a channel without subscribers
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static <T> PubSubChannel<T> of(int capacity) {
        return new PubSubChannel<>(new SharedAccess("PubSubChannel"), capacity);
    }

    /**
     * A channel that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the messages
     * @param capacity how many messages fit in, at least 1
     * @return a channel without subscribers; from elsewhere its methods and futures throw {@link IllegalStateException}
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static <T> PubSubChannel<T> local(int capacity) {
        return new PubSubChannel<>(new LocalAccess("PubSubChannel"), capacity);
    }

    static <T> T notNull(T message) {
        if (message == null) {
            throw new NullPointerException("a message is never null; for an event without a value use Notification");
        }
        return message;
    }

    /**
     * Subscribes, to what is published from now on.
     *
     * @return a subscriber; close it when it reads no more
     */
    public Subscriber<T> subscribe() {
        return topic.subscribe();
    }

    /**
     * Publishes a message; waits while the channel is full. It is published when the future is complete.
     *
     * @param message the message
     * @return a future that fails with {@link ChannelClosedException} when the channel is closed
     * @throws NullPointerException if the message is null
     */
    @Placed(slot = Publish.class, by = "publish$in")
    public Future<Void> publish(T message) {
        return publish$in(message, new Publish<>());
    }

    /**
     * {@link #publish} in a slot.
     *
     * @param message the message
     * @param slot a slot that is not in use
     * @return the slot
     * @throws NullPointerException if the message is null
     */
    public Publish<T> publish$in(T message, Publish<T> slot) {
        slot.place(topic, notNull(message));
        return slot;
    }

    /**
     * Publishes a message if there is room. Never overtakes a publisher that waits.
     *
     * @param message the message
     * @return whether it was published; false if the channel is full or {@linkplain #isClosed closed}
     * @throws NullPointerException if the message is null
     */
    public boolean tryPublish(T message) {
        notNull(message);
        Waker publisher;
        topic.access.enter();
        try {
            if (!topic.slots.take()) {
                return false;
            }
            publisher = topic.append(message);
        } finally {
            topic.access.exit();
        }
        Waiter.wake(publisher);
        topic.wakeReaders();
        return true;
    }

    /**
     * Publishes a message at once, in place of the oldest if the channel is full; whoever has not read that one has missed
     * it. It overtakes publishers that wait.
     *
     * @param message the message
     * @return whether it was published; false if the channel is {@linkplain #isClosed closed}
     * @throws NullPointerException if the message is null
     */
    public boolean publishImmediate(T message) {
        return topic.publishNow(notNull(message)) >= 0;
    }

    /**
     * Drops all messages, and wakes the publishers whose turn it is. Whoever has not read them has missed them.
     *
     * @return how many were dropped
     */
    public int clear() {
        return topic.clear();
    }

    /**
     * How many messages fit in.
     *
     * @return what the channel was made with
     */
    public int capacity() {
        return topic.capacity();
    }

    /**
     * How many messages are kept for subscribers that have not read them.
     *
     * @return how many there are
     */
    public int size() {
        topic.access.enter();
        try {
            return topic.size();
        } finally {
            topic.access.exit();
        }
    }

    /**
     * How many messages could be published at once. A slot that is promised to a publisher is not free.
     *
     * @return from 0 to {@link #capacity}
     */
    public int freeCapacity() {
        topic.access.enter();
        try {
            return topic.slots.free();
        } finally {
            topic.access.exit();
        }
    }

    /**
     * Whether all subscribers have read all messages.
     *
     * @return whether {@link #size} is 0
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Whether nothing could be published at once without dropping a message.
     *
     * @return whether {@link #freeCapacity} is 0
     */
    public boolean isFull() {
        return freeCapacity() == 0;
    }

    /**
     * How many subscribe.
     *
     * @return how many subscribers are not closed
     */
    public int subscribers() {
        topic.access.enter();
        try {
            return topic.subscribers();
        } finally {
            topic.access.exit();
        }
    }

    /** Closes the channel and wakes all that wait. A second call does nothing. */
    @Override
    public void close() {
        topic.close();
    }

    /**
     * Whether {@link #close} was called; there may be messages left.
     *
     * @return true from the first close on
     */
    public boolean isClosed() {
        topic.access.enter();
        try {
            return topic.slots.isEnded();
        } finally {
            topic.access.exit();
        }
    }

    /**
     * The future of {@link PubSubChannel#publish}, and its slot.
     *
     * @param <T> the type of the message
     */
    public static final class Publish<T> extends PermitWaiter implements Future<Void> {
        private @Nullable Topic<T> topic;
        private @Nullable T message;

        /** An empty slot. */
        public Publish() {}

        private void place(Topic<T> to, T published) {
            placed();
            topic = to;
            message = published;
        }

        @Override
        public Poll poll(Context cx) {
            Topic<T> to = topic;
            Poll poll = super.poll(cx);
            if (poll == Poll.READY) {
                to.wakeReaders();
            }
            return poll;
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        @Nullable
        Permits permits() {
            Topic<T> to = topic;
            return to == null ? null : to.slots;
        }

        @Override
        @Nullable
        Waker complete() {
            if (topic.slots.isEnded()) {
                end(FAILED);
                return topic.slots.release();
            }
            end(DONE);
            return topic.append(message);
        }

        @Override
        void letGo() {
            topic = null;
            message = null;
        }

        @Override
        String name() {
            return "PubSubChannel.publish(message)";
        }

        @Override
        @Nullable
        String wanted() {
            Topic<T> to = topic;
            return to == null ? null : to.access.titled().concat(" full");
        }
    }
}
