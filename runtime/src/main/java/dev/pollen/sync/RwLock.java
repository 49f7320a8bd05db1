// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Gives what it guards to many readers or to one writer, also across awaits.
 *
 * <pre>{@code
 * // in each of many tasks
 * try (var guard = await(table.read())) {
 *     await(radio.send(guard.get()[0])); // nobody changes it meanwhile
 * }
 *
 * // in the one that changes it
 * try (var guard = await(table.write())) {
 *     guard.get()[0] = await(sensor.read());
 * }
 * }</pre>
 *
 * <p>Readers and writers stand in one line, in the order of their first polls: a reader waits behind a writer that
 * waits, so that readers who come and go keep no writer out. Hence a task that holds a reader's guard and awaits a second
 * one can wait for ever: the writer between the two waits for the first. What the type of the value allows a reader to do
 * is up to the program: Java has no view of an object that cannot change it.
 *
 * <p>A {@link Mutex} is smaller and cheaper; this is for what is read much more than written, by tasks that await while
 * they read.
 *
 * <p><b>Cancel safety.</b> A {@code read} or {@code write} that is cancelled before it is complete holds nothing: what
 * it had been granted goes to the next in line. Its place in the line is lost. A guard is closed by try-with-resources
 * when the frame around it is cancelled. In a {@code join} with something that can fail the guard of a complete child can
 * be lost: take locks one after the other.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future and a guard are used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly. {@link #read} and {@link #write}
 * make two objects where they are not.
 *
 * <p><b>Errors.</b> A guard that is used after it was closed throws {@link IllegalStateException}. What is thrown
 * while the lock is held leaves it open for the next: there is no poisoning. What is {@code local} throws
 * {@link IllegalStateException} where another executor or thread uses it.
 *
 * @param <T> the type of what it guards
 */
public class RwLock<T extends @Nullable Object> {
    private final Access access;
    private final T guarded;
    private final int most;
    private final WaitList<Entry<T>> waiters = new WaitList<>();

    /** How many readers hold it or were granted it; -1 for a writer. */
    private int holders;

    private RwLock(Access access, T guarded, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "the number of readers is at least 1, not ".concat(Integer.toString(most)));
        }
        this.access = access;
        this.guarded = guarded;
        this.most = most;
    }

    /**
     * A lock that is safe between threads.
     *
     * @param <T> the type of what it guards
     * @param guarded what it guards
     * @return an open lock
     */
    public static <T extends @Nullable Object> RwLock<T> of(T guarded) {
        return of(guarded, Integer.MAX_VALUE);
    }

    /**
     * A lock that is safe between threads, with a bound of the readers at once.
     *
     * @param <T> the type of what it guards
     * @param guarded what it guards
     * @param readers how many readers may hold it at once, 1 or more
     * @return an open lock
     * @throws IllegalArgumentException if {@code readers} is below 1
     */
    public static <T extends @Nullable Object> RwLock<T> of(T guarded, int readers) {
        return new RwLock<>(new SharedAccess("RwLock"), guarded, readers);
    }

    /**
     * A lock that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of what it guards
     * @param guarded what it guards
     * @return an open lock; from elsewhere its futures and guards throw {@link IllegalStateException}
     */
    public static <T extends @Nullable Object> RwLock<T> local(T guarded) {
        return local(guarded, Integer.MAX_VALUE);
    }

    /**
     * A lock that belongs to one executor, with a bound of the readers at once.
     *
     * @param <T> the type of what it guards
     * @param guarded what it guards
     * @param readers how many readers may hold it at once, 1 or more
     * @return an open lock; from elsewhere its futures and guards throw {@link IllegalStateException}
     * @throws IllegalArgumentException if {@code readers} is below 1
     */
    public static <T extends @Nullable Object> RwLock<T> local(T guarded, int readers) {
        return new RwLock<>(new LocalAccess("RwLock"), guarded, readers);
    }

    /**
     * Names this lock, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public RwLock<T> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * Enters as a reader; waits while a writer holds the lock or stands before.
     *
     * @return a future of the guard, which is to be closed
     */
    @Placed(slot = Read.class, by = "read$in")
    public Future<Guard<T>> read() {
        return read$in(new Read<>());
    }

    /**
     * {@link #read} in a slot.
     *
     * @param slot a slot that is not in use; guards that it gave before may still be open
     * @return the slot
     */
    public Read<T> read$in(Read<T> slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Enters as the writer; waits while anybody holds the lock or stands before.
     *
     * @return a future of the guard, which is to be closed
     */
    @Placed(slot = Write.class, by = "write$in")
    public Future<WriteGuard<T>> write() {
        return write$in(new Write<>());
    }

    /**
     * {@link #write} in a slot.
     *
     * @param slot a slot that is not in use; guards that it gave before may still be open
     * @return the slot
     */
    public Write<T> write$in(Write<T> slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Enters as a reader if nobody is in the way.
     *
     * @return a guard of its own, which is to be closed; null if a writer holds the lock, or anybody waits
     */
    public @Nullable Guard<T> tryRead() {
        return tryEnter(false);
    }

    /**
     * Enters as the writer if nobody is in the way.
     *
     * @return a guard of its own, which is to be closed; null if anybody holds the lock or waits
     */
    public @Nullable WriteGuard<T> tryWrite() {
        return tryEnter(true);
    }

    private @Nullable Held<T> tryEnter(boolean asWriter) {
        Held<T> guard = new Held<>();
        access.enter();
        try {
            if (waiters.first() != null || !open(asWriter)) {
                return null;
            }
            enter(asWriter);
            guard.of = this;
            guard.writes = asWriter;
        } finally {
            access.exit();
        }
        return guard;
    }

    private boolean open(boolean forWriter) {
        return forWriter ? holders == 0 : holders >= 0 && holders < most;
    }

    private void enter(boolean asWriter) {
        holders = asWriter ? -1 : holders + 1;
    }

    private void leave(boolean asWriter) {
        holders = asWriter ? 0 : holders - 1;
    }

    private void leave(Held<T> guard) {
        access.enter();
        try {
            guard.of = null;
            leave(guard.writes);
        } finally {
            access.exit();
        }
        wakeWaiters();
    }

    private void downgrade(Held<T> guard) {
        access.enter();
        try {
            guard.writes = false;
            holders = 1;
        } finally {
            access.exit();
        }
        wakeWaiters();
    }

    /** Lets in who may enter. One at a time: a waiter is not touched after its wake. */
    private void wakeWaiters() {
        while (wakeFirst()) {
            continue;
        }
    }

    private boolean wakeFirst() {
        Waker waker;
        access.enter();
        try {
            Entry<T> first = waiters.first();
            if (first == null || !open(first.writes)) {
                return false;
            }
            waiters.remove(first);
            enter(first.writes);
            waker = first.granted();
        } finally {
            access.exit();
        }
        if (waker != null) {
            waker.wake();
        }
        return true;
    }

    /**
     * The right to read what a lock guards, until it is closed.
     *
     * @param <T> the type of what is guarded
     */
    public interface Guard<T extends @Nullable Object> extends AutoCloseable {
        /**
         * What the lock guards.
         *
         * @return what the lock was made with
         * @throws IllegalStateException if the guard is closed
         */
        T get();

        /**
         * Leaves. A second call does nothing, until the same frame has taken a lock again: frames use their guards
         * again, so let go of one that is closed.
         */
        @Override
        void close();
    }

    /**
     * The right to change what a lock guards, until it is closed.
     *
     * @param <T> the type of what is guarded
     */
    public interface WriteGuard<T extends @Nullable Object> extends Guard<T> {
        /**
         * Goes on as a reader: nobody writes in between, and readers that wait next in line are let in.
         *
         * @return this, a reader's from now on
         * @throws IllegalStateException if the guard is closed
         */
        Guard<T> downgrade();
    }

    /** Somebody who stands in the line. */
    private abstract static class Entry<T extends @Nullable Object> extends Waiter {
        final boolean writes;
        private final Held<T> guards = new Held<>();
        private @Nullable RwLock<T> lock;
        private @Nullable Held<T> guard;

        Entry(boolean writes) {
            this.writes = writes;
        }

        final void place(RwLock<T> of) {
            placed();
            lock = of;
            guard = Holding.closedOf(guards);
        }

        @Override
        @Nullable
        Access access() {
            RwLock<T> of = lock;
            return of == null ? null : of.access;
        }

        final Held<T> open() {
            checkDone();
            return notTaken(guard);
        }

        final Held<T> takeOpen() {
            Held<T> open = open();
            guard = null;
            return open;
        }

        @Override
        public void cancel() {
            RwLock<T> of = lock;
            if (of != null) {
                super.cancel();
                // A writer that goes may have been in the way of readers behind it.
                of.wakeWaiters();
            }
        }

        @Override
        @Nullable
        String wanted() {
            RwLock<T> of = lock;
            return of == null
                    ? null
                    : of.access.titled().concat(of.holders < 0 ? " held by a writer" : " held by readers");
        }

        @Override
        boolean seemsThere() {
            return lock.open(writes) && lock.waiters.first() == null;
        }

        @Override
        byte claim() {
            if (!seemsThere()) {
                return PLACED;
            }
            lock.enter(writes);
            return GRANTED;
        }

        @Override
        void enqueue() {
            lock.waiters.add(this);
        }

        @Override
        void dequeue() {
            lock.waiters.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            guard.of = lock;
            guard.writes = writes;
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            // cancel() looks at the line afterwards.
            lock.leave(writes);
            return null;
        }

        @Override
        void letGo() {
            lock = null;
        }
    }

    /**
     * The future of {@link RwLock#read}, and its slot.
     *
     * @param <T> the type of what is guarded
     */
    public static final class Read<T extends @Nullable Object> extends Entry<T> implements Future<Guard<T>> {
        /** An empty slot. */
        public Read() {
            super(false);
        }

        @Override
        public Guard<T> get() {
            return open();
        }

        @Override
        public Guard<T> take() {
            return takeOpen();
        }

        @Override
        String name() {
            return "RwLock.read()";
        }
    }

    /**
     * The future of {@link RwLock#write}, and its slot.
     *
     * @param <T> the type of what is guarded
     */
    public static final class Write<T extends @Nullable Object> extends Entry<T> implements Future<WriteGuard<T>> {
        /** An empty slot. */
        public Write() {
            super(true);
        }

        @Override
        public WriteGuard<T> get() {
            return open();
        }

        @Override
        public WriteGuard<T> take() {
            return takeOpen();
        }

        @Override
        String name() {
            return "RwLock.write()";
        }
    }

    /** A guard; closed while it has no lock. */
    private static final class Held<T extends @Nullable Object> extends Holding<RwLock<T>, Held<T>>
            implements WriteGuard<T> {
        private boolean writes;

        @Override
        Held<T> another() {
            return new Held<>();
        }

        private RwLock<T> lock() {
            RwLock<T> lock = of;
            if (lock == null) {
                throw closed("the guard of an RwLock", "take the lock");
            }
            return lock;
        }

        @Override
        public T get() {
            return lock().guarded;
        }

        @Override
        public Guard<T> downgrade() {
            RwLock<T> lock = lock();
            if (writes) {
                lock.downgrade(this);
            }
            return this;
        }

        @Override
        public void close() {
            RwLock<T> lock = of;
            if (lock != null) {
                lock.leave(this);
            }
        }
    }
}
