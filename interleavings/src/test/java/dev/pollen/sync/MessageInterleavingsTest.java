// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.interleavings.FlagWaker;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** What carries messages: a cancelled waiter passes on what it was granted, whatever the other thread does meanwhile. */
final class MessageInterleavingsTest {
    /** A value is sent to a receiver that is cancelled. */
    static final class OneShotAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final OneShot<Integer> shot = OneShot.of();

        @Override
        protected Scenario fresh() {
            return new OneShotAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(shot.receive(), shot.receive());
            Thread other = start(1);
            check(shot.send(7), "it was sent before");
            other.join();
            checkSecond();
            check(second.take() == 7 && shot.tryReceive() == null, "the value was lost or doubled");
        }
    }

    /** Bytes are written for a reader that is cancelled. */
    static final class PipeAgainstCancel extends TwoWaiters<Future.OfInt> {
        private final Pipe pipe = Pipe.of(1);

        @Override
        protected Scenario fresh() {
            return new PipeAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            byte[] into = new byte[1];
            await(pipe.read(into), pipe.read(into));
            Thread other = start(1);
            check(pipe.tryWrite(new byte[] {7}, 0, 1) == 1, "an empty pipe was full");
            other.join();
            checkSecond();
            check(second.getAsInt() == 1 && into[0] == 7 && pipe.isEmpty(), "the byte was lost or doubled");
            check(pipe.tryWrite(new byte[1], 0, 1) == 1, "room was lost");
        }
    }

    /** The slowest subscriber reads, for a publisher that is cancelled. */
    static final class PublishAgainstCancel extends TwoWaiters<Future<Void>> {
        private final PubSubChannel<Integer> channel = PubSubChannel.of(1);

        @Override
        protected Scenario fresh() {
            return new PublishAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            Subscriber<Integer> subscriber = channel.subscribe();
            channel.tryPublish(1);
            await(channel.publish(2), channel.publish(3));
            Thread other = start(1);
            check(subscriber.tryNext() == 1, "the message was lost");
            other.join();
            checkSecond();
            check(subscriber.tryNext() == 3 && subscriber.tryNext() == null, "a message was lost or doubled");
            check(channel.freeCapacity() == 1, "a slot was lost or doubled");
        }
    }

    /** A message is published for two that wait, one of which goes. */
    static final class PublishAgainstLeave extends Scenario {
        private final PubSubChannel<Integer> channel = PubSubChannel.of(1);
        private final Subscriber<Integer> goes = channel.subscribe();

        @Override
        protected Scenario fresh() {
            return new PublishAgainstLeave();
        }

        @Override
        protected void execute() throws Exception {
            FlagWaker waker = new FlagWaker();
            Subscriber<Integer> stays = channel.subscribe();
            Future<Integer> next = stays.next();
            check(!waker.isReady(next), "there was a message");
            Thread other = start(1);
            check(channel.tryPublish(7), "an empty channel was full");
            other.join();
            check(waker.wasWoken() && waker.isReady(next) && next.take() == 7, "the message was lost");
            check(channel.isEmpty() && channel.freeCapacity() == 1, "the one that went is waited for");
        }

        @Override
        protected void execute(int thread) {
            goes.close();
        }
    }

    /** Two values are sent while one looks at the watch: it sees the last one. */
    static final class WatchAgainstSend extends Scenario {
        private final Watch<Integer> watch = Watch.of();

        @Override
        protected Scenario fresh() {
            return new WatchAgainstSend();
        }

        @Override
        protected void execute() throws Exception {
            FlagWaker waker = new FlagWaker();
            WatchReceiver<Integer> receiver = watch.receiver();
            Thread other = start(1);
            Future<Integer> changed = receiver.changed();
            boolean ready = waker.isReady(changed);
            other.join();
            check(ready || waker.wasWoken() && waker.isReady(changed), "the receiver was not woken");
            int seen = changed.take();
            check(seen == 2 || receiver.tryChangedOr(0) == 2, "the last value was not seen");
            check(receiver.tryChanged() == null, "a value was seen twice");
        }

        @Override
        protected void execute(int thread) {
            watch.send(1);
            watch.modify(before -> before + 1);
        }
    }

    /** Two calls wait, a task serves, and one of them is cancelled: the other one runs, once. */
    static final class ServeAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final RpcService<int[]> service = RpcService.of();

        @Override
        protected Scenario fresh() {
            return new ServeAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            int[] state = {0, 0};
            await(service.call(s -> ++s[0]), service.call(s -> ++s[1]));
            Thread other = start(1);
            FlagWaker waker = new FlagWaker();
            check(!waker.isReady(service.serve(state)), "serving ended");
            other.join();
            checkSecond();
            check(second.take() == 1 && state[0] <= 1, "a call ran twice");
        }
    }

    /** A value is given to the first in line, which is cancelled. */
    static final class ResolveAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final ValueListProvider<Integer, Integer> provider = ValueListProvider.of();

        @Override
        protected Scenario fresh() {
            return new ResolveAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(provider.get(1), provider.get(2));
            Thread other = start(1);
            check(provider.resolveFirst(7), "nobody waits");
            other.join();
            checkSecond();
            check(second.take() == 7 && provider.isEmpty(), "the value was lost or doubled");
        }
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 300).hold();
        Interleavings.of(scenario, 300)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void aOneShotIsPassedOn() {
        holdAndBite(OneShotAgainstCancel.class);
    }

    @Test
    void bytesArePassedOn() {
        holdAndBite(PipeAgainstCancel.class);
    }

    @Test
    void aPublishersSlotIsPassedOn() {
        holdAndBite(PublishAgainstCancel.class);
    }

    @Test
    void nobodyWaitsForASubscriberThatGoes() {
        holdAndBite(PublishAgainstLeave.class);
    }

    @Test
    void theLastValueIsSeen() {
        holdAndBite(WatchAgainstSend.class);
    }

    @Test
    void aCallRunsOnce() {
        holdAndBite(ServeAgainstCancel.class);
    }

    @Test
    void aProvidedValueIsPassedOn() {
        holdAndBite(ResolveAgainstCancel.class);
    }

    @Test
    void aReaderThatKeepsItsTurnIsFound() {
        Interleavings.of(PipeAgainstCancel.class, 300)
                .find(
                        "the second waiter was not woken",
                        Mutation.in(TurnWaiter.class, "cancel").leaveOut("passOn"));
    }
}
