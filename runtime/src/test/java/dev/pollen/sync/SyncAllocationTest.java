// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Budget;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In slots, as woven code has them, nothing is allocated: neither at once nor after waiting, cancelling or closing. */
final class SyncAllocationTest {
    private static final Context CX = Context.of(() -> {});
    private static final Context BROKE = new Budget(() -> {}, 0);

    static Stream<Arguments> rounds() {
        return Stream.of(
                Arguments.of("Channel.of", (Runnable) new ChannelRound(Channel.of(2))::run),
                Arguments.of("Channel.local", (Runnable) new ChannelRound(Channel.local(2))::run),
                Arguments.of("Signal.of", (Runnable) new SignalRound(Signal.of())::run),
                Arguments.of("Signal.local", (Runnable) new SignalRound(Signal.local())::run),
                Arguments.of("Notification.of", (Runnable) new NotificationRound(Notification.of())::run),
                Arguments.of("Notification.local", (Runnable) new NotificationRound(Notification.local())::run),
                Arguments.of("Mutex.of", (Runnable) new MutexRound(Mutex.of("x"), Mutex.of("y"))::run),
                Arguments.of("Mutex.local", (Runnable) new MutexRound(Mutex.local("x"), Mutex.local("y"))::run));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rounds")
    void nothingIsAllocated(String name, Runnable round) {
        assertEquals(0, Allocation.bytes(round));
    }

    private static void pending(Future<?> future) {
        pending(future, CX);
    }

    private static void pending(Future<?> future, Context cx) {
        if (future.poll(cx) != Poll.PENDING) {
            throw new AssertionError("not pending");
        }
    }

    private static <T> T ready(Future<T> future) {
        if (future.poll(CX) != Poll.READY) {
            throw new AssertionError("not ready");
        }
        return future.take();
    }

    private static final class ChannelRound {
        private final Channel<String> channel;
        private final Channel<String> closed = Channel.of(1);
        private final Channel.Receive<String> r1 = new Channel.Receive<>();
        private final Channel.Receive<String> r2 = new Channel.Receive<>();
        private final Channel.Receive<String> r3 = new Channel.Receive<>();
        private final Channel.Send<String> s1 = new Channel.Send<>();
        private final Channel.Send<String> s2 = new Channel.Send<>();

        ChannelRound(Channel<String> channel) {
            this.channel = channel;
            closed.close();
        }

        void run() {
            // At once.
            ready(channel.send$in("a", s1));
            ready(channel.receive$in(r1));
            // After waiting, with and without budget, one cancelled with its value.
            pending(channel.receive$in(r1));
            pending(channel.receive$in(r2));
            pending(channel.receive$in(r3));
            pending(r1);
            channel.trySend("b");
            channel.trySend("c");
            r1.cancel();
            pending(r2, BROKE);
            ready(r2);
            ready(r3);
            channel.trySend("d");
            channel.trySend("e");
            pending(channel.send$in("f", s1));
            pending(channel.send$in("g", s2));
            channel.tryReceive();
            s1.cancel();
            ready(s2);
            channel.tryReceive();
            channel.tryReceive();
            try {
                closed.receive$in(r1).poll(CX);
            } catch (ChannelClosedException expected) {
                closed.close();
            }
        }
    }

    private static final class SignalRound {
        private final Signal<String> signal;
        private final Signal.Take<String> t1 = new Signal.Take<>();
        private final Signal.Take<String> t2 = new Signal.Take<>();

        SignalRound(Signal<String> signal) {
            this.signal = signal;
        }

        void run() {
            signal.signal("a");
            ready(signal.take$in(t1));
            pending(signal.take$in(t1));
            pending(signal.take$in(t2));
            signal.signal("b");
            t1.cancel();
            signal.signal("c");
            pending(t2, BROKE);
            ready(t2);
            signal.signal("d");
            signal.tryTake();
        }
    }

    private static final class NotificationRound {
        private final Notification notification;
        private final Notification.Notified n1 = new Notification.Notified();
        private final Notification.Notified n2 = new Notification.Notified();

        NotificationRound(Notification notification) {
            this.notification = notification;
        }

        void run() {
            notification.notifyOne();
            ready(notification.notified$in(n1));
            pending(notification.notified$in(n1));
            pending(notification.notified$in(n2));
            notification.notifyOne();
            n1.cancel();
            pending(n2, BROKE);
            ready(n2);
            pending(notification.notified$in(n1));
            pending(notification.notified$in(n2));
            notification.notifyAllWaiters();
            ready(n1);
            n2.cancel();
        }
    }

    private static final class MutexRound {
        private final Mutex<String> outer;
        private final Mutex<String> inner;
        private final Mutex.Lock<String> slot = new Mutex.Lock<>();
        private final Mutex.Lock<String> l1 = new Mutex.Lock<>();
        private final Mutex.Lock<String> l2 = new Mutex.Lock<>();

        MutexRound(Mutex<String> outer, Mutex<String> inner) {
            this.outer = outer;
            this.inner = inner;
        }

        void run() {
            // One slot for two locks that are held together.
            try (Mutex.Guard<String> a = ready(outer.lock$in(slot))) {
                try (Mutex.Guard<String> b = ready(inner.lock$in(slot))) {
                    pending(inner.lock$in(l1));
                    pending(inner.lock$in(l2));
                    b.get();
                }
                l1.cancel();
                a.get();
            }
            pending(l2, BROKE);
            ready(l2).close();
        }
    }
}
