// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * Messages that each subscriber reads, in a ring: what {@link PubSubChannel} and {@link Broadcast} have in common.
 *
 * <pre>
 *   numbers         head                 tail
 *   messages         | 41 | 42 | 43 | 44 |            one that all have read is dropped at once
 *   still to read       1    1    2    3              by so many subscribers
 *   subscribers      ^         ^    ^
 * </pre>
 *
 * <p>Whoever has read a message has read those before it, so they are dropped from the head on. A subscriber before the
 * head has missed messages. Those that wait have read all, so each message is for all that wait.
 *
 * @param <T> the type of the messages
 */
final class Topic<T> {
    final Access access;

    /** Free slots: without a message, and not promised to a publisher. */
    final Permits slots;

    /** Subscribers that have read all, in the order in which they came. */
    private final WaitList<Subscriber.Next<T>> line = new WaitList<>();

    private final int capacity;

    /** One place more than there are slots, see {@link #overdrawn}. */
    private final @Nullable Object[] messages;

    private final int[] readers;
    private long head;
    private long tail;
    private int subscribers;

    /**
     * A message has no slot: all were promised when it had to be kept at once. The next that is dropped frees none.
     */
    private boolean overdrawn;

    Topic(Access access, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("the capacity is at least 1, not ".concat(Integer.toString(capacity)));
        }
        this.access = access;
        this.capacity = capacity;
        slots = new Permits(access, capacity);
        messages = new Object[capacity + 1];
        readers = new int[capacity + 1];
    }

    int capacity() {
        return capacity;
    }

    private int place(long number) {
        return (int) (number % messages.length);
    }

    long head() {
        return head;
    }

    long tail() {
        return tail;
    }

    int subscribers() {
        return subscribers;
    }

    int size() {
        return (int) (tail - head);
    }

    /** One more, which has nothing to read yet. */
    Subscriber<T> subscribe() {
        Subscriber<T> subscriber = new Subscriber<>(this);
        access.enter();
        try {
            subscribers++;
            subscriber.cursor = tail;
        } finally {
            access.exit();
        }
        return subscriber;
    }

    /** Keeps a message in a slot that was taken; {@link #wakeReaders} is due then. Without subscribers it is dropped. */
    @Nullable
    Waker append(T message) {
        if (subscribers == 0) {
            return slots.release();
        }
        messages[place(tail)] = message;
        readers[place(tail)] = subscribers;
        tail++;
        return null;
    }

    /**
     * Keeps a message at once, in place of the oldest where there is no room.
     *
     * @return how many subscribers it is for; -1 if it was refused
     */
    int publishNow(T message) {
        int reached;
        Waker publisher;
        access.enter();
        try {
            if (slots.isEnded()) {
                return -1;
            }
            reached = subscribers;
            publisher = null;
            if (reached != 0) {
                if (!slots.take()) {
                    makeRoom();
                }
                publisher = append(message);
            }
        } finally {
            access.exit();
        }
        Waiter.wake(publisher);
        wakeReaders();
        return reached;
    }

    /** A slot where none is free: that of the oldest message, or one too many. */
    private void makeRoom() {
        if (head == tail) {
            overdrawn = true;
        } else {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        messages[place(head)] = null;
        head++;
    }

    /** The message with a number that is kept, for one of those that have not read it. */
    @SuppressWarnings("unchecked") // only T goes in
    T message(long number) {
        return (T) messages[place(number)];
    }

    /**
     * Somebody has read a message that is kept.
     *
     * @return who is to be woken: a publisher that has a slot now
     */
    @Nullable
    Waker read(long number) {
        readers[place(number)]--;
        return freed() ? slots.release() : null;
    }

    /** Drops the oldest message if all have read it; whether that frees a slot. */
    private boolean freed() {
        if (head == tail || readers[place(head)] != 0) {
            return false;
        }
        forgetOldest();
        boolean free = !overdrawn;
        overdrawn = false;
        return free;
    }

    /** A subscriber goes, and with it what only it had not read. */
    void leave(Subscriber<T> subscriber) {
        int free = 0;
        Waker waiting;
        access.enter();
        try {
            if (subscriber.closed) {
                return;
            }
            subscriber.closed = true;
            subscribers--;
            for (long number = Math.max(subscriber.cursor, head); number < tail; number++) {
                readers[place(number)]--;
            }
            long before;
            do {
                before = head;
                free += freed() ? 1 : 0;
            } while (head != before);
            waiting = withdrawn(subscriber);
        } finally {
            access.exit();
        }
        Waiter.wake(waiting);
        slots.releaseAll(free);
    }

    private @Nullable Waker withdrawn(Subscriber<T> subscriber) {
        Subscriber.Next<T> waiting = subscriber.waiting;
        if (waiting == null) {
            return null;
        }
        dequeue(subscriber);
        return waiting.sentAway();
    }

    void enqueue(Subscriber<T> subscriber, Subscriber.Next<T> next) {
        subscriber.waiting = next;
        line.add(next);
    }

    void dequeue(Subscriber<T> subscriber) {
        line.remove(subscriber.waiting);
        subscriber.waiting = null;
    }

    /** Drops all messages; those that have not read them have missed them. */
    int clear() {
        int dropped;
        int free;
        access.enter();
        try {
            dropped = size();
            free = overdrawn ? dropped - 1 : dropped;
            overdrawn = false;
            while (head != tail) {
                forgetOldest();
            }
        } finally {
            access.exit();
        }
        slots.releaseAll(free);
        return dropped;
    }

    void close() {
        access.enter();
        try {
            slots.withhold();
        } finally {
            access.exit();
        }
        slots.sendAway();
        // Nobody stands in line again, so this ends.
        while (wakeFirst(true)) {
            continue;
        }
    }

    /** Wakes those that wait and have something to read. One at a time: a waiter is not touched after its wake. */
    void wakeReaders() {
        while (wakeFirst(false)) {
            continue;
        }
    }

    private boolean wakeFirst(boolean away) {
        Waker waker;
        access.enter();
        try {
            Subscriber.Next<T> first = line.first();
            if (first == null || !away && !first.hasMessage()) {
                return false;
            }
            dequeue(first.subscriber());
            waker = away && !first.hasMessage() ? first.sentAway() : first.granted();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }
}
