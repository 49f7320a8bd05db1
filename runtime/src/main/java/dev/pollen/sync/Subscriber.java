// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * One that reads the messages of a {@link PubSubChannel} or a {@link Broadcast}: each that was published after it
 * subscribed, in order. Close it when it reads no more: a channel keeps a message until all have read it.
 *
 * <pre>{@code
 * try (lines) { // leaves when it is closed
 *     print(lines.available() + " to read");
 *     for (String line = lines.tryNextKept(); line != null; line = lines.tryNextKept()) {
 *         print(line);
 *     }
 *     print("and then: " + await(lines.nextKept())); // what was dropped is passed over in silence
 * }
 * }</pre>
 *
 * <p>Whoever is too far behind misses messages that were published without waiting. {@link #next} says so once, by a {@link
 * LaggedException}, and then goes on with the oldest that is kept; {@link #nextKept} goes on in silence.
 *
 * <p><b>Cancel safety.</b> A wait that is cancelled has read nothing: the message is there for the next.
 *
 * <p><b>Threading, allocation.</b> As its channel; a subscriber is used by one task at a time.
 *
 * <p><b>Errors.</b> {@link LaggedException} at the await, once for each gap; {@link ChannelClosedException} when all
 * is read and no more will come.
 *
 * @param <T> the type of the messages
 */
public final class Subscriber<T> implements AutoCloseable {
    private final Topic<T> topic;
    private final LaggedException lagged = new LaggedException();

    /** The number of the next message to read; before the topic's head, if it has missed some. */
    long cursor;

    /** What stands in line for it. */
    @Nullable
    Next<T> waiting;

    boolean closed;
    private long missed;

    Subscriber(Topic<T> topic) {
        this.topic = topic;
    }

    /**
     * Reads the next message; waits while there is none.
     *
     * @return a future of the message; it fails with {@link LaggedException} if messages were missed, once, and with {@link
     *     ChannelClosedException} when the channel is closed and all was read
     */
    @Placed(slot = Next.class, by = "next$in")
    public Future<T> next() {
        return next$in(new Next<>());
    }

    /**
     * {@link #next} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Next<T> next$in(Next<T> slot) {
        slot.place(this, true);
        return slot;
    }

    /**
     * Reads the next message that is kept; waits while there is none.
     *
     * @return a future of the message; it fails with {@link ChannelClosedException} when the channel is closed and all was
     *     read
     */
    @Placed(slot = Next.class, by = "nextKept$in")
    public Future<T> nextKept() {
        return nextKept$in(new Next<>());
    }

    /**
     * {@link #nextKept} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Next<T> nextKept$in(Next<T> slot) {
        slot.place(this, false);
        return slot;
    }

    /**
     * Reads the next message if there is one.
     *
     * @return null if there is none, also when the channel is closed
     * @throws LaggedException if messages were missed, once
     */
    public @Nullable T tryNext() {
        return tryNext(true);
    }

    /**
     * Reads the next message that is kept, if there is one.
     *
     * @return null if there is none, also when the channel is closed
     */
    public @Nullable T tryNextKept() {
        return tryNext(false);
    }

    private @Nullable T tryNext(boolean tellsLag) {
        T message = null;
        Waker publisher = null;
        long lost;
        topic.access.enter();
        try {
            lost = catchUp();
            if (!closed && cursor != topic.tail() && (lost == 0 || !tellsLag)) {
                message = topic.message(cursor);
                publisher = topic.read(cursor++);
            }
        } finally {
            topic.access.exit();
        }
        Waiter.wake(publisher);
        if (lost != 0 && tellsLag) {
            throw lagged.by(lost);
        }
        return message;
    }

    /** Goes on to what is kept; how many messages were passed over. */
    private long catchUp() {
        long lost = Math.max(topic.head() - cursor, 0);
        cursor += lost;
        missed += lost;
        return closed ? 0 : lost;
    }

    /**
     * How many messages are there to read.
     *
     * @return how many are kept that it has not read
     */
    public int available() {
        topic.access.enter();
        try {
            return closed ? 0 : (int) (topic.tail() - Math.max(cursor, topic.head()));
        } finally {
            topic.access.exit();
        }
    }

    /**
     * How many messages it has missed, in all, as far as it has gone on.
     *
     * @return the sum of what was reported and what was passed over in silence
     */
    public long missed() {
        topic.access.enter();
        try {
            return missed;
        } finally {
            topic.access.exit();
        }
    }

    /** Reads no more: what only it had not read is dropped, and publishers go on. A second call does nothing. */
    @Override
    public void close() {
        topic.leave(this);
    }

    /**
     * The future of {@link Subscriber#next} and {@link Subscriber#nextKept}, and its slot.
     *
     * @param <T> the type of the message
     */
    public static final class Next<T> extends Waiter implements Future<T> {
        private @Nullable Subscriber<T> subscriber;
        private @Nullable T message;

        /** Why it fails, if it does; null if somebody else waits. */
        private @Nullable RuntimeException failure;

        private boolean tellsLag;

        /** An empty slot. */
        public Next() {}

        private void place(Subscriber<T> by, boolean lagIsAnError) {
            placed();
            subscriber = by;
            message = null;
            failure = ChannelClosedException.INSTANCE;
            tellsLag = lagIsAnError;
        }

        Subscriber<T> subscriber() {
            return subscriber;
        }

        /** Whether there is something to read, or something to tell. */
        boolean hasMessage() {
            return !subscriber.closed && subscriber.cursor != subscriber.topic.tail();
        }

        @Override
        public T get() {
            checkDone();
            return notTaken(message);
        }

        @Override
        public T take() {
            T read = get();
            message = null;
            return read;
        }

        @Override
        @Nullable
        Access access() {
            Subscriber<T> by = subscriber;
            return by == null ? null : by.topic.access;
        }

        @Override
        boolean seemsThere() {
            return hasMessage();
        }

        @Override
        byte claim() {
            Subscriber<T> by = subscriber;
            if (hasMessage()) {
                return GRANTED;
            }
            if (by.waiting != null) {
                failure = null;
                return FAILED;
            }
            return by.closed || by.topic.slots.isEnded() ? FAILED : PLACED;
        }

        @Override
        void enqueue() {
            subscriber.topic.enqueue(subscriber, this);
        }

        @Override
        void dequeue() {
            subscriber.topic.dequeue(subscriber);
        }

        @Override
        @Nullable
        Waker complete() {
            Subscriber<T> by = subscriber;
            long lost = by.catchUp();
            if (lost != 0 && tellsLag) {
                failure = by.lagged.by(lost);
                end(FAILED);
                return null;
            }
            if (!hasMessage()) {
                // All was dropped meanwhile: on for the next.
                end(PLACED);
                return null;
            }
            end(DONE);
            message = by.topic.message(by.cursor);
            return by.topic.read(by.cursor++);
        }

        @Override
        @Nullable
        Waker handOn() {
            return null;
        }

        @Override
        void letGo() {
            subscriber = null;
        }

        @Override
        RuntimeException failure() {
            RuntimeException why = failure;
            return why != null
                    ? why
                    : new IllegalStateException(
                            "a Subscriber is used by one task at a time, and one waits already; subscribe for each task");
        }

        @Override
        String name() {
            return "Subscriber.next()";
        }

        @Override
        @Nullable
        String wanted() {
            Subscriber<T> by = subscriber;
            return by == null ? null : by.topic.access.titled().concat(" without a new message");
        }
    }
}
