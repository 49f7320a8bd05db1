// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** What ends or empties: each that waits learns it, whoever else is cancelled meanwhile. */
final class CloseInterleavingsTest {
    /** A channel is closed while the first of its senders is cancelled. */
    static final class CloseAgainstSend extends TwoWaiters<Future<Void>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new CloseAgainstSend();
        }

        @Override
        protected void execute() throws Exception {
            channel.trySend(7);
            await(channel.send(8), channel.send(9));
            Thread other = start(1);
            channel.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
            check(channel.tryReceive() == 7 && channel.tryReceive() == null, "a value was lost or doubled");
        }
    }

    /** A channel is closed while the first of its receivers is cancelled. */
    static final class CloseAgainstReceive extends TwoWaiters<Future<Integer>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new CloseAgainstReceive();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            channel.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
            check(channel.tryReceive() == null, "there is a value");
        }
    }

    /** A value is sent and its channel is closed while the first receiver is cancelled: the second gets the value. */
    static final class SendAndCloseAgainstReceive extends TwoWaiters<Future<Integer>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new SendAndCloseAgainstReceive();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            check(channel.trySend(7), "an empty channel was full");
            channel.close();
            other.join();
            // The second may have been told of the end before the first gave its value back.
            Integer value = null;
            try {
                check(secondWaker.wasWoken() && secondWaker.isReady(second), "the second waiter was woken for nothing");
                value = second.take();
            } catch (ChannelClosedException e) {
                value = channel.tryReceive();
            }
            check(value != null && value == 7 && channel.tryReceive() == null, "the value was lost or doubled");
        }
    }

    /** A channel is closed while the first of its publishers is cancelled. */
    static final class CloseAgainstPublish extends TwoWaiters<Future<Void>> {
        private final PubSubChannel<Integer> channel = PubSubChannel.of(1);
        private final Subscriber<Integer> subscriber = channel.subscribe();

        @Override
        protected Scenario fresh() {
            return new CloseAgainstPublish();
        }

        @Override
        protected void execute() throws Exception {
            channel.tryPublish(7);
            await(channel.publish(8), channel.publish(9));
            Thread other = start(1);
            channel.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
            check(subscriber.tryNext() == 7 && subscriber.tryNext() == null, "a message was lost or doubled");
        }
    }

    /** A channel is closed while the first of its subscribers is cancelled. */
    static final class CloseAgainstNext extends TwoWaiters<Future<Integer>> {
        private final PubSubChannel<Integer> channel = PubSubChannel.of(1);

        @Override
        protected Scenario fresh() {
            return new CloseAgainstNext();
        }

        @Override
        protected void execute() throws Exception {
            Subscriber<Integer> one = channel.subscribe();
            await(one.next(), channel.subscribe().next());
            Thread other = start(1);
            channel.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
        }
    }

    /** A watch is closed while the first of its receivers is cancelled. */
    static final class CloseAgainstChanged extends TwoWaiters<Future<Integer>> {
        private final Watch<Integer> watch = Watch.of();

        @Override
        protected Scenario fresh() {
            return new CloseAgainstChanged();
        }

        @Override
        protected void execute() throws Exception {
            await(watch.receiver().changed(), watch.receiver().changed());
            Thread other = start(1);
            watch.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
        }
    }

    /** A one-shot is closed while the first of its receivers is cancelled. */
    static final class CloseAgainstOneShot extends TwoWaiters<Future<Integer>> {
        private final OneShot<Integer> shot = OneShot.of();

        @Override
        protected Scenario fresh() {
            return new CloseAgainstOneShot();
        }

        @Override
        protected void execute() throws Exception {
            await(shot.receive(), shot.receive());
            Thread other = start(1);
            shot.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
        }
    }

    /** A service is closed while the first of its callers is cancelled. */
    static final class CloseAgainstCall extends TwoWaiters<Future<Integer>> {
        private final RpcService<int[]> service = RpcService.of();

        @Override
        protected Scenario fresh() {
            return new CloseAgainstCall();
        }

        @Override
        protected void execute() throws Exception {
            await(service.call(s -> ++s[0]), service.call(s -> ++s[0]));
            Thread other = start(1);
            service.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
        }
    }

    /** A semaphore is closed while the first in line is cancelled. */
    static final class CloseAgainstAcquire extends TwoWaiters<Future<Semaphore.Permits>> {
        private final Semaphore semaphore = Semaphore.of(0);

        @Override
        protected Scenario fresh() {
            return new CloseAgainstAcquire();
        }

        @Override
        protected void execute() throws Exception {
            await(semaphore.acquire(2), semaphore.acquire(1));
            Thread other = start(1);
            semaphore.close();
            other.join();
            checkSecondFails(SemaphoreClosedException.class);
        }
    }

    /** A pipe is closed while the first of its readers is cancelled. */
    static final class CloseAgainstRead extends TwoWaiters<Future.OfInt> {
        private final Pipe pipe = Pipe.of(1);

        @Override
        protected Scenario fresh() {
            return new CloseAgainstRead();
        }

        @Override
        protected void execute() throws Exception {
            byte[] into = new byte[1];
            await(pipe.read(into), pipe.read(into));
            Thread other = start(1);
            pipe.close();
            other.join();
            checkSecond();
            check(second.getAsInt() == -1, "there was a byte");
        }
    }

    /** A pipe is closed while the first of its writers is cancelled. */
    static final class CloseAgainstWrite extends TwoWaiters<Future.OfInt> {
        private final Pipe pipe = Pipe.of(1);

        @Override
        protected Scenario fresh() {
            return new CloseAgainstWrite();
        }

        @Override
        protected void execute() throws Exception {
            byte[] from = {8};
            pipe.tryWrite(from, 0, 1);
            await(pipe.write(from, 0, 1), pipe.write(from, 0, 1));
            Thread other = start(1);
            pipe.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
            check(pipe.size() == 1, "a byte was written after the end");
        }
    }

    /** A channel of buffers is closed while the first of its receivers is cancelled. */
    static final class CloseAgainstBuffer extends TwoWaiters<Future<ZeroCopyChannel.ReceiveSlot<int[]>>> {
        private final ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1][1]);

        @Override
        protected Scenario fresh() {
            return new CloseAgainstBuffer();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            channel.close();
            other.join();
            checkSecondFails(ChannelClosedException.class);
        }
    }

    /** All requests are refused while the first is cancelled. */
    static final class RefuseAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final ValueListProvider<Integer, Integer> provider = ValueListProvider.of();

        @Override
        protected Scenario fresh() {
            return new RefuseAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(provider.get(1), provider.get(2));
            Thread other = start(1);
            provider.cancel();
            other.join();
            checkSecondFails(ChannelClosedException.class);
            check(provider.isEmpty(), "somebody still waits");
        }
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 120).hold();
        Interleavings.of(scenario, 120)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void sendersLearnTheEnd() {
        holdAndBite(CloseAgainstSend.class);
    }

    @Test
    void receiversLearnTheEnd() {
        holdAndBite(CloseAgainstReceive.class);
    }

    @Test
    void aValueBeforeTheEndIsPassedOn() {
        holdAndBite(SendAndCloseAgainstReceive.class);
    }

    @Test
    void publishersLearnTheEnd() {
        holdAndBite(CloseAgainstPublish.class);
    }

    @Test
    void subscribersLearnTheEnd() {
        holdAndBite(CloseAgainstNext.class);
    }

    @Test
    void aWatchEnds() {
        holdAndBite(CloseAgainstChanged.class);
    }

    @Test
    void aOneShotEnds() {
        holdAndBite(CloseAgainstOneShot.class);
    }

    @Test
    void callersLearnTheEnd() {
        holdAndBite(CloseAgainstCall.class);
    }

    @Test
    void permitsEnd() {
        holdAndBite(CloseAgainstAcquire.class);
    }

    @Test
    void readersOfAPipeLearnTheEnd() {
        holdAndBite(CloseAgainstRead.class);
    }

    @Test
    void writersOfAPipeLearnTheEnd() {
        holdAndBite(CloseAgainstWrite.class);
    }

    @Test
    void receiversOfBuffersLearnTheEnd() {
        holdAndBite(CloseAgainstBuffer.class);
    }

    @Test
    void askersLearnTheEnd() {
        holdAndBite(RefuseAgainstCancel.class);
    }

    @Test
    void anEndThatIsToldToOneIsFound() {
        Interleavings.of(CloseAgainstSend.class, 200)
                .find(
                        "the second waiter",
                        Mutation.in(Permits.class, "sendAway").leaveOut("sendFirstAway"));
    }
}
