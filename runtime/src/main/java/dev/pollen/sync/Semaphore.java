// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits, which tasks take and give back: at most so many of something at once.
 *
 * <pre>{@code
 * try (var connection = await(connections.acquire())) { // with 2 permits: the third task waits here
 *     print("file " + file + " begins");
 *     await(Timer.afterMillis(5));
 * }
 * }</pre>
 *
 * <p>Fair: tasks get their permits in the order of their first polls. One that wants many waits until they are there, and
 * those behind it wait for it, also where fewer would do for them.
 *
 * <p><b>Cancel safety.</b> An {@code acquire} that is cancelled before it is complete holds nothing; what it had been
 * granted goes to the next in line, and where it was the first in line those behind it are looked at. Its place in the
 * line is lost. Permits are given back by try-with-resources when the frame around them is cancelled. In a {@code join}
 * with something that can fail the permits of a complete child can be lost: acquire one after the other.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future and its permits are used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly. {@link #acquire} makes two objects
 * where it is not.
 *
 * <p><b>Errors.</b> {@link SemaphoreClosedException} at the await, once {@link #close} was called. A number of permits that
 * is negative is an {@link IllegalArgumentException}. What is {@code local} throws {@link IllegalStateException} where
 * another executor or thread uses it.
 */
public class Semaphore {
    private final Access access;
    private final WaitList<Acquire> waiters = new WaitList<>();
    private int free;
    private boolean closed;

    private Semaphore(Access access, int permits) {
        checkPermits(permits);
        this.access = access;
        this.free = permits;
    }

    /**
     * A semaphore that is safe between threads.
     *
     * @param permits how many permits there are at first, 0 or more
     * @return an open semaphore
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    public static Semaphore of(int permits) {
        return new Semaphore(new SharedAccess("Semaphore"), permits);
    }

    /**
     * A semaphore that belongs to one executor: the first that uses it.
     *
     * @param permits how many permits there are at first, 0 or more
     * @return an open semaphore; from elsewhere its methods and futures throw {@link IllegalStateException}
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    public static Semaphore local(int permits) {
        return new Semaphore(new LocalAccess("Semaphore"), permits);
    }

    /**
     * Names this semaphore, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Semaphore named(String name) {
        access.name(name);
        return this;
    }

    /**
     * Takes one permit; waits for it.
     *
     * @return a future of the permit, which is to be closed
     */
    @Placed(slot = Acquire.class, by = "acquire$in")
    public Future<Permits> acquire() {
        return acquire$in(new Acquire());
    }

    /**
     * {@link #acquire()} in a slot.
     *
     * @param slot a slot that is not in use; permits that it gave before may still be held
     * @return the slot
     */
    public Acquire acquire$in(Acquire slot) {
        return acquire$in(1, slot);
    }

    /**
     * Takes several permits at once; waits until so many are there.
     *
     * @param permits how many, 0 or more
     * @return a future of the permits, which are to be closed
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    @Placed(slot = Acquire.class, by = "acquire$in")
    public Future<Permits> acquire(int permits) {
        return acquire$in(permits, new Acquire());
    }

    /**
     * {@link #acquire(int)} in a slot.
     *
     * @param permits how many, 0 or more
     * @param slot a slot that is not in use; permits that it gave before may still be held
     * @return the slot
     */
    public Acquire acquire$in(int permits, Acquire slot) {
        slot.place(this, permits, false);
        return slot;
    }

    /**
     * Takes all permits that are there, once there are enough.
     *
     * @param least how many it waits for, 0 or more
     * @return a future of the permits, which are to be closed
     * @throws IllegalArgumentException if {@code least} is negative
     */
    @Placed(slot = Acquire.class, by = "acquireAll$in")
    public Future<Permits> acquireAll(int least) {
        return acquireAll$in(least, new Acquire());
    }

    /**
     * {@link #acquireAll} in a slot.
     *
     * @param least how many it waits for, 0 or more
     * @param slot a slot that is not in use; permits that it gave before may still be held
     * @return the slot
     */
    public Acquire acquireAll$in(int least, Acquire slot) {
        slot.place(this, least, true);
        return slot;
    }

    /**
     * Takes one permit if it is there and nobody waits. It is given back with {@link #release()}.
     *
     * @return whether it was taken
     */
    public boolean tryAcquire() {
        return tryAcquire(1);
    }

    /**
     * Takes permits if they are there and nobody waits. They are given back with {@link #release(int)}.
     *
     * @param permits how many, 0 or more
     * @return whether they were taken
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    public boolean tryAcquire(int permits) {
        checkPermits(permits);
        return take(permits, false) >= 0;
    }

    /**
     * Takes all permits that are there, if these are enough and nobody waits. They are given back with {@link #release(int)}.
     *
     * @param least how many there have to be, 0 or more
     * @return how many were taken; -1 if none were
     * @throws IllegalArgumentException if {@code least} is negative
     */
    public int tryAcquireAll(int least) {
        checkPermits(least);
        return take(least, true);
    }

    private int take(int least, boolean all) {
        access.enter();
        try {
            return waiters.first() == null && there(least) ? take(all ? free : least) : -1;
        } finally {
            access.exit();
        }
    }

    private boolean there(int least) {
        return free >= least && !closed;
    }

    private int take(int permits) {
        free -= permits;
        return permits;
    }

    /**
     * Adds one permit: gives back what {@link #tryAcquire()} has taken, or makes a new one.
     *
     * @throws IllegalArgumentException if there would be more than 2<sup>31</sup> - 1
     */
    public void release() {
        release(1);
    }

    /**
     * Adds permits: gives back what {@link #tryAcquire(int)} has taken, or makes new ones.
     *
     * @param permits how many, 0 or more
     * @throws IllegalArgumentException if {@code permits} is negative, or there would be more than 2<sup>31</sup> - 1
     */
    public void release(int permits) {
        checkPermits(permits);
        boolean tooMany;
        access.enter();
        try {
            tooMany = free + permits < 0;
            if (!tooMany) {
                free += permits;
            }
        } finally {
            access.exit();
        }
        if (tooMany) {
            throw new IllegalArgumentException("a Semaphore has at most 2147483647 free permits");
        }
        wakeWaiters();
    }

    /**
     * Sets the number of free permits, whatever it was. Permits that are held come on top of it when they are given back.
     *
     * @param permits how many, 0 or more
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    public void set(int permits) {
        checkPermits(permits);
        access.enter();
        try {
            free = permits;
        } finally {
            access.exit();
        }
        wakeWaiters();
    }

    /**
     * The number of free permits, which may change at any time.
     *
     * @return 0 or more
     */
    public int available() {
        access.enter();
        try {
            return free;
        } finally {
            access.exit();
        }
    }

    /**
     * Closes: whoever waits, or comes later, fails with {@link SemaphoreClosedException}. What is held stays valid.
     * A second call does nothing.
     */
    public void close() {
        access.enter();
        try {
            closed = true;
        } finally {
            access.exit();
        }
        wakeWaiters();
    }

    /**
     * Whether {@link #close} was called.
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

    /** Grants what is there. One at a time: a waiter is not touched after its wake. */
    private void wakeWaiters() {
        while (wakeFirst()) {
            continue;
        }
    }

    private boolean wakeFirst() {
        Waker waker;
        access.enter();
        try {
            Acquire first = waiters.first();
            if (first == null || !closed && free < first.least) {
                return false;
            }
            waiters.remove(first);
            waker = closed ? first.sentAway() : first.grant();
        } finally {
            access.exit();
        }
        if (waker != null) {
            waker.wake();
        }
        return true;
    }

    private void giveBack(Held permits) {
        int count;
        access.enter();
        try {
            count = permits.count;
            permits.count = 0;
            permits.of = null;
            free += count;
        } finally {
            access.exit();
        }
        wakeWaiters();
    }

    private static void checkPermits(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException(
                    "a number of permits is 0 or more, not ".concat(Integer.toString(permits)));
        }
    }

    /** Permits that are held, until they are closed. */
    public interface Permits extends AutoCloseable {
        /**
         * How many these are.
         *
         * @return 0 or more; 0 after they were closed or forgotten
         */
        int count();

        /** Takes them out of circulation: {@link #close} will give nothing back. */
        void forget();

        /**
         * Gives them back. A second call does nothing, until the same frame has acquired permits again: frames use these
         * objects again, so let go of one that is closed.
         */
        @Override
        void close();
    }

    /** The future of {@link Semaphore#acquire} and {@link Semaphore#acquireAll}, and its slot. */
    public static final class Acquire extends Waiter implements Future<Permits> {
        private final Held held = new Held();
        private @Nullable Semaphore semaphore;
        private @Nullable Held permits;
        private int least;
        private int granted;
        private boolean all;

        /** An empty slot. */
        public Acquire() {}

        private void place(Semaphore of, int permits, boolean allThere) {
            checkPermits(permits);
            placed();
            semaphore = of;
            least = permits;
            all = allThere;
            this.permits = Holding.closedOf(held);
        }

        @Override
        @Nullable
        Access access() {
            Semaphore of = semaphore;
            return of == null ? null : of.access;
        }

        @Override
        public Permits get() {
            checkDone();
            return notTaken(permits);
        }

        @Override
        public Permits take() {
            Permits open = get();
            permits = null;
            return open;
        }

        @Override
        public void cancel() {
            Semaphore of = semaphore;
            if (of != null) {
                super.cancel();
                // It may have been in the way of those behind it.
                of.wakeWaiters();
            }
        }

        @Override
        String name() {
            return all ? "Semaphore.acquireAll()" : "Semaphore.acquire()";
        }

        @Override
        @Nullable
        String wanted() {
            Semaphore of = semaphore;
            return of == null
                    ? null
                    : of.access
                            .titled()
                            .concat(" has ")
                            .concat(Integer.toString(of.free))
                            .concat(" of ")
                            .concat(Integer.toString(least));
        }

        @Override
        RuntimeException failure() {
            return SemaphoreClosedException.INSTANCE;
        }

        @Override
        boolean seemsThere() {
            return semaphore.there(least) && semaphore.waiters.first() == null;
        }

        @Override
        byte claim() {
            if (semaphore.closed) {
                return FAILED;
            }
            if (!seemsThere()) {
                return PLACED;
            }
            granted = semaphore.take(all ? semaphore.free : least);
            return GRANTED;
        }

        private @Nullable Waker grant() {
            granted = semaphore.take(all ? semaphore.free : least);
            return granted();
        }

        @Override
        void enqueue() {
            semaphore.waiters.add(this);
        }

        @Override
        void dequeue() {
            semaphore.waiters.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            permits.count = granted;
            permits.of = semaphore;
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            // cancel() looks at the line afterwards.
            semaphore.free += granted;
            return null;
        }

        @Override
        void letGo() {
            semaphore = null;
        }
    }

    private static final class Held extends Holding<Semaphore, Held> implements Permits {
        private int count;

        @Override
        Held another() {
            return new Held();
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public void forget() {
            count = 0;
        }

        @Override
        public void close() {
            Semaphore from = of;
            if (from != null) {
                from.giveBack(this);
            }
        }
    }
}
