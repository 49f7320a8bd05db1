// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** Two wait; another thread cancels the first while it is granted what both wait for: it goes to the second, at once. */
final class SyncInterleavingsTest {
    /** A value is signalled to a taker that is cancelled. */
    static final class SignalAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final Signal<Integer> signal = Signal.of();

        @Override
        protected Scenario fresh() {
            return new SignalAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(signal.take(), signal.take());
            Thread other = start(1);
            signal.signal(7);
            other.join();
            checkSecond();
            check(second.take() == 7 && signal.tryTake() == null, "the value was lost or doubled");
        }
    }

    /** One waiter of two is notified, and it is cancelled. */
    static final class NotifyAgainstCancel extends TwoWaiters<Future<Void>> {
        private final Notification notification = Notification.of();

        @Override
        protected Scenario fresh() {
            return new NotifyAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(notification.notified(), notification.notified());
            Thread other = start(1);
            notification.notifyOne();
            other.join();
            checkSecond();
            check(!firstWaker.isReady(notification.notified()), "the notification was doubled");
        }
    }

    /** All are notified while one is cancelled. */
    static final class NotifyAllAgainstCancel extends TwoWaiters<Future<Void>> {
        private final Notification notification = Notification.of();

        @Override
        protected Scenario fresh() {
            return new NotifyAllAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(notification.notified(), notification.notified());
            Thread other = start(1);
            notification.notifyAllWaiters();
            other.join();
            checkSecond();
            check(!firstWaker.isReady(notification.notified()), "the notification was kept");
        }
    }

    /** A value is sent to a receiver that is cancelled. */
    static final class SendAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new SendAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            check(channel.trySend(7), "an empty channel was full");
            other.join();
            checkSecond();
            check(second.take() == 7 && channel.tryReceive() == null, "the value was lost or doubled");
            check(channel.trySend(8), "a place was lost");
        }
    }

    /** Two values are sent to two receivers, which take them at the same time. */
    static final class TakeAgainstTake extends TwoWaiters<Future<Integer>> {
        private final Channel<Integer> channel = Channel.of(2);

        @Override
        protected Scenario fresh() {
            return new TakeAgainstTake();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.receive(), channel.receive());
            channel.trySend(7);
            channel.trySend(8);
            Thread other = start(1);
            check(secondWaker.isReady(second), "a granted value was taken away");
            other.join();
            check(first.take() + second.take() == 15, "a value was lost or doubled");
            check(channel.tryReceive() == null, "there is a value too many");
            check(channel.trySend(9) && channel.trySend(10), "a place was lost");
            check(!channel.trySend(11), "there is a place too many");
        }

        @Override
        protected void execute(int thread) {
            check(firstWaker.isReady(first), "a granted value was taken away");
        }
    }

    /** A place becomes free for a sender that is cancelled. */
    static final class ReceiveAgainstCancel extends TwoWaiters<Future<Void>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new ReceiveAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            channel.trySend(7);
            await(channel.send(8), channel.send(9));
            Thread other = start(1);
            check(channel.tryReceive() == 7, "the value was lost");
            other.join();
            checkSecond();
            check(channel.tryReceive() == 9 && channel.tryReceive() == null, "a value was lost or doubled");
            check(channel.trySend(10) && !channel.trySend(11), "a place was lost or doubled");
        }
    }

    /** A lock is handed to a waiter that is cancelled. */
    static final class UnlockAgainstCancel extends TwoWaiters<Future<Mutex.Guard<Integer>>> {
        private final Mutex<Integer> mutex = Mutex.of(7);

        @Override
        protected Scenario fresh() {
            return new UnlockAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            Future<Mutex.Guard<Integer>> holder = mutex.lock();
            check(firstWaker.isReady(holder), "nobody holds the lock");
            await(mutex.lock(), mutex.lock());
            Thread other = start(1);
            holder.take().close();
            other.join();
            checkSecond();
            check(!firstWaker.isReady(mutex.lock()), "the lock has two holders");
        }
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 400).hold();
        Interleavings.of(scenario, 400)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void aSignalIsPassedOn() {
        holdAndBite(SignalAgainstCancel.class);
    }

    @Test
    void aNotificationIsPassedOn() {
        holdAndBite(NotifyAgainstCancel.class);
    }

    @Test
    void allAreNotified() {
        Interleavings.of(NotifyAllAgainstCancel.class, 400).hold();
    }

    @Test
    void aValueIsPassedOn() {
        holdAndBite(SendAgainstCancel.class);
    }

    @Test
    void eachTakesOneValue() {
        holdAndBite(TakeAgainstTake.class);
    }

    @Test
    void aPlaceIsPassedOn() {
        holdAndBite(ReceiveAgainstCancel.class);
    }

    @Test
    void aLockIsPassedOn() {
        holdAndBite(UnlockAgainstCancel.class);
    }

    @Test
    void aCancelThatKeepsTheGrantIsFound() {
        Interleavings.of(SendAgainstCancel.class, 400)
                .find(
                        "the second waiter was not woken",
                        Mutation.in(Waiter.class, "cancel").leaveOut("handOn"));
    }
}
