// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * An event without a value. {@link #notifyOne} with nobody waiting is remembered, once: the next to wait passes at once,
 * so a notification that comes just before the wait is not lost.
 *
 * <pre>{@code
 * // in the task that answers the door
 * await(pressed.notified());
 * print("ding dong");
 *
 * // in the button's interrupt: kept, if that task is not waiting yet
 * pressed.notifyOne();
 * }</pre>
 *
 * <p>Waiters wait in the order of their first polls.
 *
 * <p><b>Cancel safety.</b> A wait that is cancelled has consumed nothing: if it was woken by {@code notifyOne}, the next
 * in line is woken instead, or the notification is remembered.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly. {@link #notified} makes one
 * object where it is not.
 *
 * <p><b>Errors.</b> None of its own. What is {@code local} throws {@link IllegalStateException} where another executor
 * or thread uses it.
 */
public class Notification {
    private final Access access;
    private final WaitList<Notified> waiters = new WaitList<>();

    /** A notification that nobody has consumed; then nobody waits. */
    private boolean permit;

    /** How often all were notified: tells those that wait now from those that come while they are woken. */
    private int round;

    private Notification(Access access) {
        this.access = access;
    }

    /**
     * Names this notification, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Notification named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A notification that is safe between threads.
     *
     * @return one that has not been notified
     */
    public static Notification of() {
        return new Notification(new SharedAccess("Notification"));
    }

    /**
     * A notification that belongs to one executor: the first that uses it.
     *
     * @return one that has not been notified; from elsewhere its methods and futures throw {@link
     *     IllegalStateException}
     */
    public static Notification local() {
        return new Notification(new LocalAccess("Notification"));
    }

    /**
     * Waits until notified.
     *
     * @return a future that waits from its first poll on
     */
    @Placed(slot = Notified.class, by = "notified$in")
    public Future<Void> notified() {
        return notified$in(new Notified());
    }

    /**
     * {@link #notified} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Notified notified$in(Notified slot) {
        slot.place(this);
        return slot;
    }

    /** Wakes the first in line; with nobody waiting the next to wait passes at once. */
    public void notifyOne() {
        Waker waiter;
        access.enter();
        try {
            waiter = grantNext();
        } finally {
            access.exit();
        }
        if (waiter != null) {
            waiter.wake();
        }
    }

    /** Wakes all that wait now, in order; with nobody waiting it does nothing. */
    public void notifyAllWaiters() {
        int called;
        access.enter();
        try {
            called = ++round;
        } finally {
            access.exit();
        }
        // One at a time: a waiter is not touched after its wake.
        while (wakeOneBefore(called)) {
            continue;
        }
    }

    private boolean wakeOneBefore(int called) {
        Waker waker;
        access.enter();
        try {
            Notified first = waiters.first();
            if (first == null || first.round - called >= 0) {
                return false;
            }
            waiters.remove(first);
            first.byAll = true;
            waker = first.granted();
        } finally {
            access.exit();
        }
        if (waker != null) {
            waker.wake();
        }
        return true;
    }

    /** Notifies the first in line, or remembers. */
    private @Nullable Waker grantNext() {
        Notified next = waiters.removeFirst();
        permit = next == null;
        return next == null ? null : next.granted();
    }

    /** The future of {@link Notification#notified}, and its slot. */
    public static final class Notified extends Waiter implements Future<Void> {
        private @Nullable Notification notification;
        private int round;
        private boolean byAll;

        /** An empty slot. */
        public Notified() {}

        private void place(Notification by) {
            placed();
            notification = by;
            byAll = false;
        }

        @Override
        @Nullable
        Access access() {
            Notification by = notification;
            return by == null ? null : by.access;
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        String name() {
            return "Notification.notified()";
        }

        @Override
        @Nullable
        String wanted() {
            Notification of = notification;
            return of == null ? null : of.access.titled().concat(" not notified");
        }

        @Override
        boolean seemsThere() {
            return notification.permit;
        }

        @Override
        byte claim() {
            if (!notification.permit) {
                return PLACED;
            }
            notification.permit = false;
            return GRANTED;
        }

        @Override
        void enqueue() {
            round = notification.round;
            notification.waiters.add(this);
        }

        @Override
        void dequeue() {
            notification.waiters.remove(this);
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
            return byAll ? null : notification.grantNext();
        }

        @Override
        void letGo() {
            notification = null;
        }
    }
}
