// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/** Futures that somebody else resolves, in the order in which they were made: what the providers have in common. */
final class Provision<T> {
    final Access access;
    final WaitList<ProvidedValue<T>> line = new WaitList<>();

    /** How many were made; the numbers of those in line increase. */
    private int made;

    private boolean closed;

    Provision(Access access) {
        this.access = access;
    }

    static <T> T notNull(T value) {
        if (value == null) {
            throw new NullPointerException("a provider gives no null; for an event without a value use Notification");
        }
        return value;
    }

    /** One more future; false if there is one and there may be only one. */
    boolean begin(ProvidedValue<T> slot, @Nullable Object request, boolean alone) {
        boolean fails;
        access.enter();
        try {
            if (alone && line.first() != null) {
                return false;
            }
            slot.begin(this, request);
            slot.number = made++;
            fails = closed;
            if (fails) {
                line.remove(slot);
                slot.sentAway();
            }
        } finally {
            access.exit();
        }
        return true;
    }

    int size() {
        access.enter();
        try {
            int size = 0;
            for (ProvidedValue<T> each = line.first(); each != null; each = line.after(each)) {
                size++;
            }
            return size;
        } finally {
            access.exit();
        }
    }

    boolean isEmpty() {
        access.enter();
        try {
            return line.first() == null;
        } finally {
            access.exit();
        }
    }

    /** Gives a value to the first in line; inside of the access. */
    @Nullable
    Waker giveFirst(T value) {
        ProvidedValue<T> first = line.removeFirst();
        return first == null ? null : first.resolved(value, true);
    }

    /** Resolves the first in line. */
    boolean resolveFirst(T value) {
        Waker waker;
        access.enter();
        try {
            if (line.first() == null) {
                return false;
            }
            waker = giveFirst(value);
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }

    /** Resolves all that are in line now. One at a time: a waiter is not touched after its wake. */
    int resolveAll(T value) {
        int until = made();
        int resolved = 0;
        while (resolveBefore(until, value)) {
            resolved++;
        }
        return resolved;
    }

    private int made() {
        access.enter();
        try {
            return made;
        } finally {
            access.exit();
        }
    }

    private boolean resolveBefore(int until, T value) {
        Waker waker;
        access.enter();
        try {
            ProvidedValue<T> first = line.first();
            if (first == null || first.number - until >= 0) {
                return false;
            }
            line.remove(first);
            waker = first.resolved(value, false);
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }

    /**
     * Resolves those in line now whose requests match, at most some. It is asked outside of the access, and each one that
     * matches is resolved before the next.
     */
    @SuppressWarnings("unchecked") // one provider puts in what its callers match
    <Q> int resolve(ValueListProvider.Match<? super Q> match, T value, int atMost) {
        int until = made();
        int resolved = 0;
        // None has this number: nobody waits while four billion others come.
        int last = until;
        while (resolved < atMost) {
            Object request;
            int number;
            access.enter();
            try {
                ProvidedValue<T> next = behind(last, until);
                if (next == null) {
                    break;
                }
                request = next.request;
                number = next.number;
            } finally {
                access.exit();
            }
            last = number;
            if (match.test((Q) request) && resolveNumber(number, until, value)) {
                resolved++;
            }
        }
        return resolved;
    }

    /** The first of those before {@code until} whose number comes after one; of all of them, if that is until itself. */
    private @Nullable ProvidedValue<T> behind(int last, int until) {
        ProvidedValue<T> each = line.first();
        while (each != null && last != until && each.number - last <= 0) {
            each = line.after(each);
        }
        return each == null || each.number - until >= 0 ? null : each;
    }

    private boolean resolveNumber(int number, int until, T value) {
        Waker waker;
        access.enter();
        try {
            ProvidedValue<T> each = behind(number - 1, until);
            if (each == null || each.number != number) {
                return false;
            }
            line.remove(each);
            waker = each.resolved(value, false);
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }

    /** Makes those in line now fail. */
    void cancel() {
        int until = made();
        while (sendAwayBefore(until)) {
            continue;
        }
    }

    /** Makes all fail that are in line and that will come. */
    void close() {
        access.enter();
        try {
            closed = true;
        } finally {
            access.exit();
        }
        cancel();
    }

    private boolean sendAwayBefore(int until) {
        Waker waker;
        access.enter();
        try {
            ProvidedValue<T> first = line.first();
            if (first == null || first.number - until >= 0) {
                return false;
            }
            line.remove(first);
            waker = first.sentAway();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }
}
