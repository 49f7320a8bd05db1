// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A value that is set once, and that tasks can wait for: a bus that one task sets up and others use.
 *
 * <pre>{@code
 * // in the task that sets it up
 * await(Timer.afterMillis(30)); // until the chip is awake
 * radio.set(new Radio());
 *
 * // in each task that uses it
 * await(await(radio.get()).send(packet));
 * }</pre>
 *
 * <p><b>Cancel safety.</b> A {@code get} that is cancelled has no effect. Who was chosen to make the value and is cancelled
 * before its next poll leaves that to the next in line that can.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time. What was written before {@link #set} is visible to whoever gets the value.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly. {@link #get} makes one object
 * where it is not.
 *
 * <p><b>Errors.</b> What an initialiser throws leaves from the await of the task that ran it, and the next in line
 * runs its own. What is {@code local} throws {@link IllegalStateException} where another executor or thread uses it.
 *
 * @param <T> the type of the value
 */
public class OnceLock<T> {
    private final Access access;
    private final WaitList<Get<T>> waiters = new WaitList<>();
    private @Nullable T value;

    /** Somebody was chosen to make the value. */
    private boolean busy;

    OnceLock(Access access) {
        this.access = access;
    }

    /**
     * A cell that is safe between threads.
     *
     * @param <T> the type of the value
     * @return one without a value
     */
    public static <T> OnceLock<T> of() {
        return new OnceLock<>(new SharedAccess("OnceLock"));
    }

    /**
     * A cell that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @return one without a value; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <T> OnceLock<T> local() {
        return new OnceLock<>(new LocalAccess("OnceLock"));
    }

    /**
     * Names this cell, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public OnceLock<T> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * Sets the value, unless it is there or somebody makes it at this moment. Whoever makes it may fail or be cancelled; then
     * the next that asks with {@link #getOrInit} makes it, and if there is none the cell stays without a value.
     *
     * @param value the value, not null
     * @return whether it was set
     */
    public boolean set(T value) {
        checkValue(value);
        access.enter();
        try {
            if (this.value != null || busy) {
                return false;
            }
            this.value = value;
        } finally {
            access.exit();
        }
        wakeWaiters();
        return true;
    }

    /**
     * Waits for the value.
     *
     * @return a future of the value
     */
    @Placed(slot = Get.class, by = "get$in")
    public Future<T> get() {
        return get$in(new Get<>());
    }

    /**
     * {@link #get} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Get<T> get$in(Get<T> slot) {
        slot.place(this, null);
        return slot;
    }

    /**
     * Waits for the value; makes it if nobody does. The first whose poll comes runs its initialiser, in that poll; the
     * others wait. If it throws, the exception leaves from that one's await, and the next in line runs its own.
     *
     * @param initializer makes the value; does not await
     * @return a future of the value
     * @throws NullPointerException if the initialiser is null
     */
    @Placed(slot = Get.class, by = "getOrInit$in")
    public Future<T> getOrInit(Initializer<? extends T> initializer) {
        return getOrInit$in(initializer, new Get<>());
    }

    /**
     * {@link #getOrInit} in a slot.
     *
     * @param initializer makes the value; does not await
     * @param slot a slot that is not in use
     * @return the slot
     * @throws NullPointerException if the initialiser is null
     */
    public Get<T> getOrInit$in(Initializer<? extends T> initializer, Get<T> slot) {
        if (initializer == null) {
            throw new NullPointerException("the initializer");
        }
        slot.place(this, initializer);
        return slot;
    }

    /**
     * The value, if it is there.
     *
     * @return null if it is not
     */
    public @Nullable T tryGet() {
        access.enter();
        try {
            return value;
        } finally {
            access.exit();
        }
    }

    /**
     * Whether the value is there.
     *
     * @return as {@link #tryGet} says
     */
    public boolean isSet() {
        return tryGet() != null;
    }

    /**
     * Takes the value out; then it can be set anew.
     *
     * @return null if it is not there
     */
    public @Nullable T take() {
        Waker next;
        T taken;
        access.enter();
        try {
            taken = value;
            value = null;
            // Those that wait may not all have been woken yet.
            next = busy ? null : chooseNext();
        } finally {
            access.exit();
        }
        if (next != null) {
            next.wake();
        }
        return taken;
    }

    /** Ends the making of the value, with or without one. */
    private void made(@Nullable T by) {
        Waker next = null;
        access.enter();
        try {
            busy = false;
            value = by;
            if (by == null) {
                next = chooseNext();
            }
        } finally {
            access.exit();
        }
        if (by != null) {
            wakeWaiters();
        } else if (next != null) {
            next.wake();
        }
    }

    /** Lets the first in line that can make the value do so. */
    private @Nullable Waker chooseNext() {
        for (Get<T> waiter = waiters.first(); waiter != null; waiter = waiters.after(waiter)) {
            if (waiter.initializer != null) {
                waiters.remove(waiter);
                busy = true;
                waiter.chosen = true;
                return waiter.granted();
            }
        }
        return null;
    }

    /** Wakes all that wait. One at a time: a waiter is not touched after its wake. */
    private void wakeWaiters() {
        while (wakeFirst()) {
            continue;
        }
    }

    private boolean wakeFirst() {
        Waker waker;
        access.enter();
        try {
            Get<T> first = value == null ? null : waiters.removeFirst();
            if (first == null) {
                return false;
            }
            first.result = value;
            waker = first.granted();
        } finally {
            access.exit();
        }
        if (waker != null) {
            waker.wake();
        }
        return true;
    }

    private static void checkValue(@Nullable Object value) {
        if (value == null) {
            throw new NullPointerException("the value of a OnceLock is not null");
        }
    }

    /**
     * Makes the value of a {@link OnceLock} or {@link LazyLock}.
     *
     * @param <T> the type of the value
     */
    public interface Initializer<T> {
        /**
         * Makes the value. Runs within a poll of the task that was first.
         *
         * @return the value, not null
         */
        T make();
    }

    /**
     * The future of {@link OnceLock#get}, {@link OnceLock#getOrInit} and {@link LazyLock#get}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Get<T> extends Waiter implements Future<T> {
        private @Nullable OnceLock<T> cell;
        private @Nullable Initializer<? extends T> initializer;
        private @Nullable T result;

        /** Makes the value at its next poll. */
        private boolean chosen;

        /** An empty slot. */
        public Get() {}

        private void place(OnceLock<T> of, @Nullable Initializer<? extends T> by) {
            placed();
            cell = of;
            initializer = by;
            result = null;
            chosen = false;
        }

        @Override
        @Nullable
        Access access() {
            OnceLock<T> of = cell;
            return of == null ? null : of.access;
        }

        @Override
        public Poll poll(Context cx) {
            OnceLock<T> of = cell;
            Initializer<? extends T> by = initializer;
            Poll polled = super.poll(cx);
            if (polled == Poll.READY && chosen) {
                chosen = false;
                make(of, by);
            }
            return polled;
        }

        /** Runs the initialiser, outside of the access. */
        private void make(OnceLock<T> of, Initializer<? extends T> by) {
            T made = null;
            try {
                made = by.make();
                checkValue(made);
                result = made;
            } finally {
                of.made(made);
            }
        }

        @Override
        public T get() {
            checkDone();
            return notTaken(result);
        }

        @Override
        public T take() {
            T there = get();
            result = null;
            return there;
        }

        @Override
        public void cancel() {
            if (cell != null) {
                super.cancel();
                result = null;
            }
        }

        @Override
        String name() {
            return initializer == null ? "OnceLock.get()" : "OnceLock.getOrInit()";
        }

        @Override
        @Nullable
        String wanted() {
            OnceLock<T> of = cell;
            return of == null ? null : of.access.titled().concat(of.busy ? " is being set" : " not set");
        }

        @Override
        boolean seemsThere() {
            return cell.value != null || initializer != null && !cell.busy;
        }

        @Override
        byte claim() {
            if (!seemsThere()) {
                return PLACED;
            }
            result = cell.value;
            if (result == null) {
                cell.busy = true;
                chosen = true;
            }
            return GRANTED;
        }

        @Override
        void enqueue() {
            cell.waiters.add(this);
        }

        @Override
        void dequeue() {
            cell.waiters.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            if (!chosen) {
                return null;
            }
            chosen = false;
            cell.busy = false;
            return cell.chooseNext();
        }

        @Override
        void letGo() {
            cell = null;
            initializer = null;
        }
    }
}
