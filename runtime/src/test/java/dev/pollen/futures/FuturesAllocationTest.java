// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.sync.Notification;
import dev.pollen.sync.Notification.Notified;
import dev.pollen.testing.Allocation;
import org.junit.jupiter.api.Test;

/** In slots, as woven code has them, combinators allocate nothing. */
final class FuturesAllocationTest {
    private static final Context CX = Context.of(() -> {});

    private final Notification left = Notification.of();
    private final Notification right = Notification.of();
    private final Notification never = Notification.of();
    private final Notified a = new Notified();
    private final Notified b = new Notified();
    private final Notified c = new Notified();

    private static void pending(Future<?> future) {
        if (future.poll(CX) != Poll.PENDING) {
            throw new AssertionError("not pending");
        }
    }

    private static <T> T ready(Future<T> future) {
        if (future.poll(CX) != Poll.READY) {
            throw new AssertionError("not ready");
        }
        return future.take();
    }

    @Test
    void select() {
        Select2<Notified, Notified> two = new Select2<>();
        Select3<Notified, Notified, Notified> three = new Select3<>();
        assertEquals(0, Allocation.bytes(() -> {
            pending(Futures.select$in(left.notified$in(a), right.notified$in(b), two));
            right.notifyOne();
            ready(two).second().get();
            pending(Futures.select$in(left.notified$in(a), right.notified$in(b), never.notified$in(c), three));
            left.notifyOne();
            ready(three).first().get();
            pending(Futures.select$in(left.notified$in(a), right.notified$in(b), two));
            two.cancel();
        }));
    }

    @Test
    void join() {
        Join2<Notified, Notified> two = new Join2<>();
        Join3<Notified, Notified, Notified> three = new Join3<>();
        assertEquals(0, Allocation.bytes(() -> {
            pending(Futures.join$in(left.notified$in(a), right.notified$in(b), two));
            right.notifyOne();
            pending(two);
            left.notifyOne();
            ready(two).first().get();
            pending(Futures.join$in(left.notified$in(a), right.notified$in(b), never.notified$in(c), three));
            left.notifyOne();
            pending(three);
            three.cancel();
        }));
    }

    @Test
    void borrow() {
        Borrowed<Notified> borrowed = new Borrowed<>();
        Select2<Borrowed<Notified>, Notified> select = new Select2<>();
        assertEquals(0, Allocation.bytes(() -> {
            Notified lent = left.notified$in(a);
            for (int i = 0; i < 3; i++) {
                pending(Futures.select$in(Futures.borrow$in(lent, borrowed), right.notified$in(b), select));
                right.notifyOne();
                ready(select).second().get();
            }
            left.notifyOne();
            ready(Futures.select$in(Futures.borrow$in(lent, borrowed), right.notified$in(b), select))
                    .first()
                    .get()
                    .get();
        }));
    }

    @Test
    void yieldNow() {
        Yield yield = new Yield();
        assertEquals(0, Allocation.bytes(() -> {
            pending(Futures.yieldNow$in(yield));
            ready(yield);
        }));
    }
}
