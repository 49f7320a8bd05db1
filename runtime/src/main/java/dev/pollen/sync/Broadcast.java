// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

/**
 * The latest messages, for every subscriber. Sending never waits: where there is no room the oldest message is dropped, and
 * a {@linkplain #subscribe subscriber} that has not read it learns that it has missed some, by a {@link LaggedException}.
 *
 * <pre>{@code
 * // in each task that shows the log, as far as it keeps up
 * var lines = log.subscribe();
 * for (; ; ) {
 *     try {
 *         print(await(lines.next()));
 *     } catch (LaggedException gap) {
 *         print(".. " + gap.missed() + " lines ..");
 *     } catch (ChannelClosedException end) {
 *         break;
 *     }
 * }
 *
 * // in any task: never waits
 * log.send(step + " is up");
 * }</pre>
 *
 * <p>A subscriber reads what is sent after it came. A {@link PubSubChannel} waits for its subscribers instead.
 *
 * <p><b>Closing.</b> Nothing more can be sent. Subscribers read what is there, and then fail with {@link
 * ChannelClosedException}.
 *
 * <p><b>Cancel safety.</b> See {@link Subscriber}: nothing is lost.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it.
 *
 * <p><b>Allocation.</b> The queue, when it is made, and two objects for each subscriber; then nothing, where the futures
 * are awaited directly.
 *
 * <p><b>Errors.</b> Null is a {@link NullPointerException}. Subscribers fail with {@link LaggedException}, once for
 * each gap, and with {@link ChannelClosedException} at the end. What is {@code local} throws
 * {@link IllegalStateException} where another executor or thread uses it.
 *
 * @param <T> the type of the messages, which are never null
 */
public final class Broadcast<T> implements AutoCloseable {
    private final Topic<T> topic;

    private Broadcast(Access access, int capacity) {
        topic = new Topic<>(access, capacity);
    }

    /**
     * Names this broadcast, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Broadcast<T> named(String name) {
        topic.access.name(name);
        return this;
    }

    /**
     * A broadcast that is safe between threads.
     *
     * @param <T> the type of the messages
     * @param capacity how many messages are kept for those that are behind, at least 1
     * @return a broadcast without subscribers
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static <T> Broadcast<T> of(int capacity) {
        return new Broadcast<>(new SharedAccess("Broadcast"), capacity);
    }

    /**
     * A broadcast that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the messages
     * @param capacity how many messages are kept for those that are behind, at least 1
     * @return a broadcast without subscribers; from elsewhere its methods and futures throw {@link IllegalStateException}
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static <T> Broadcast<T> local(int capacity) {
        return new Broadcast<>(new LocalAccess("Broadcast"), capacity);
    }

    /**
     * Subscribes, to what is sent from now on.
     *
     * @return a subscriber; close it when it reads no more
     */
    public Subscriber<T> subscribe() {
        return topic.subscribe();
    }

    /**
     * Sends a message to all that subscribe.
     *
     * @param message the message
     * @return how many subscribe; 0 if there is nobody, or if the broadcast {@linkplain #isClosed is closed}
     * @throws NullPointerException if the message is null
     */
    public int send(T message) {
        return Math.max(topic.publishNow(PubSubChannel.notNull(message)), 0);
    }

    /**
     * How many messages are kept for those that are behind.
     *
     * @return what the broadcast was made with
     */
    public int capacity() {
        return topic.capacity();
    }

    /**
     * How many messages are kept for subscribers that have not read them.
     *
     * @return from 0 to {@link #capacity}
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

    /** Closes the broadcast and wakes all that wait. A second call does nothing. */
    @Override
    public void close() {
        topic.close();
    }

    /**
     * Whether no message is kept that a subscriber has not read.
     *
     * @return whether {@link #size} is 0
     */
    public boolean isEmpty() {
        return size() == 0;
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
}
