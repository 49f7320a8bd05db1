// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Gives what it guards to one task at a time, also across awaits, which {@code synchronized} cannot.
 *
 * <pre>{@code
 * try (var guard = await(radio.lock())) {
 *     await(guard.get().send(packet)); // nobody else uses the radio meanwhile
 * }
 * }</pre>
 *
 * <p>Tasks get the lock in the order of their first polls; closing the guard hands it to the next in line. It is not
 * reentrant: a task that awaits a lock that it holds waits for ever.
 *
 * <p><b>Cancel safety.</b> A lock that is cancelled before it is complete is not held: if it was woken with the lock, the
 * next in line gets it. A guard is closed by try-with-resources when the frame around it is cancelled. In a {@code join}
 * with something that can fail or be cancelled the guard of a complete child can be lost: take locks one after the other.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future and a guard are used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly. {@link #lock} makes two objects
 * where it is not, {@link #tryLock} one.
 *
 * <p><b>Errors.</b> A guard that is used after it was closed throws {@link IllegalStateException}. What is thrown
 * while the lock is held leaves it open for the next: there is no poisoning. What is {@code local} throws
 * {@link IllegalStateException} where another executor or thread uses it.
 *
 * @param <T> the type of what it guards
 */
public class Mutex<T extends @Nullable Object> {
    private final Access access;
    private final T guarded;
    private final WaitList<Lock<T>> waiters = new WaitList<>();

    /** Held, or granted; else nobody waits. */
    private boolean locked;

    private Mutex(Access access, T guarded) {
        this.access = access;
        this.guarded = guarded;
    }

    /**
     * Names this mutex, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Mutex<T> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A mutex that is safe between threads.
     *
     * @param <T> the type of what it guards
     * @param guarded what it guards
     * @return an open mutex
     */
    public static <T extends @Nullable Object> Mutex<T> of(T guarded) {
        return new Mutex<>(new SharedAccess("Mutex"), guarded);
    }

    /**
     * A mutex that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of what it guards
     * @param guarded what it guards
     * @return an open mutex; from elsewhere its futures and guards throw {@link IllegalStateException}
     */
    public static <T extends @Nullable Object> Mutex<T> local(T guarded) {
        return new Mutex<>(new LocalAccess("Mutex"), guarded);
    }

    /**
     * Takes the lock; waits while it is held.
     *
     * @return a future of the guard, which is to be closed
     */
    @Placed(slot = Lock.class, by = "lock$in")
    public Future<Guard<T>> lock() {
        return lock$in(new Lock<>());
    }

    /**
     * {@link #lock} in a slot.
     *
     * @param slot a slot that is not in use; guards that it gave before may still be open
     * @return the slot
     */
    public Lock<T> lock$in(Lock<T> slot) {
        slot.place(this);
        return slot;
    }

    /**
     * Takes the lock if it is free.
     *
     * @return a guard of its own, which is to be closed; null if the mutex is held or was granted to one that waits
     */
    public @Nullable Guard<T> tryLock() {
        Held<T> guard = new Held<>();
        access.enter();
        try {
            if (locked) {
                return null;
            }
            locked = true;
            guard.of = this;
        } finally {
            access.exit();
        }
        return guard;
    }

    private void unlock(Held<T> guard) {
        Waker next;
        access.enter();
        try {
            guard.of = null;
            next = grantNext();
        } finally {
            access.exit();
        }
        if (next != null) {
            next.wake();
        }
    }

    /** Hands the lock to the first in line, or opens it. */
    private @Nullable Waker grantNext() {
        Lock<T> next = waiters.removeFirst();
        locked = next != null;
        return next == null ? null : next.granted();
    }

    /**
     * The right to use what a mutex guards, until it is closed.
     *
     * @param <T> the type of what is guarded
     */
    public interface Guard<T extends @Nullable Object> extends AutoCloseable {
        /**
         * What the mutex guards.
         *
         * @return what the mutex was made with
         * @throws IllegalStateException if the guard is closed
         */
        T get();

        /**
         * Hands the lock to the next in line. A second call does nothing, until the same frame has taken a lock again:
         * frames use their guards again, so let go of one that is closed.
         */
        @Override
        void close();
    }

    /**
     * The future of {@link Mutex#lock}, and its slot.
     *
     * @param <T> the type of what is guarded
     */
    public static final class Lock<T extends @Nullable Object> extends Waiter implements Future<Guard<T>> {
        private final Held<T> guards = new Held<>();
        private @Nullable Mutex<T> mutex;
        private @Nullable Held<T> guard;

        /** An empty slot. */
        public Lock() {}

        private void place(Mutex<T> of) {
            placed();
            mutex = of;
            guard = Holding.closedOf(guards);
        }

        @Override
        @Nullable
        Access access() {
            Mutex<T> of = mutex;
            return of == null ? null : of.access;
        }

        @Override
        public Guard<T> get() {
            checkDone();
            return notTaken(guard);
        }

        @Override
        public Guard<T> take() {
            Guard<T> open = get();
            guard = null;
            return open;
        }

        @Override
        String name() {
            return "Mutex.lock()";
        }

        @Override
        @Nullable
        String wanted() {
            Mutex<T> of = mutex;
            return of == null ? null : of.access.titled().concat(" held");
        }

        @Override
        boolean seemsThere() {
            return !mutex.locked;
        }

        @Override
        byte claim() {
            if (mutex.locked) {
                return PLACED;
            }
            mutex.locked = true;
            return GRANTED;
        }

        @Override
        void enqueue() {
            mutex.waiters.add(this);
        }

        @Override
        void dequeue() {
            mutex.waiters.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            guard.of = mutex;
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            return mutex.grantNext();
        }

        @Override
        void letGo() {
            mutex = null;
        }
    }

    /** A guard; closed while it has no mutex. */
    private static final class Held<T extends @Nullable Object> extends Holding<Mutex<T>, Held<T>> implements Guard<T> {
        @Override
        Held<T> another() {
            return new Held<>();
        }

        @Override
        public T get() {
            Mutex<T> mutex = of;
            if (mutex == null) {
                throw closed("the guard of a Mutex", "lock the mutex");
            }
            return mutex.guarded;
        }

        @Override
        public void close() {
            Mutex<T> mutex = of;
            if (mutex != null) {
                mutex.unlock(this);
            }
        }
    }
}
