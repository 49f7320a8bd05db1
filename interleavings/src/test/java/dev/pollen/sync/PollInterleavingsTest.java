// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.interleavings.FlagWaker;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** Whoever begins to wait while it is given what it wants has it at once, or is woken. */
final class PollInterleavingsTest {
    /** A value is sent while one begins to wait for it. */
    static final class SendAgainstReceive extends FirstPoll<Future<Integer>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new SendAgainstReceive();
        }

        @Override
        Future<Integer> begin() {
            return channel.receive();
        }

        @Override
        protected void execute(int thread) {
            channel.trySend(7);
        }

        @Override
        void checkAfter() {
            check(future.take() == 7 && channel.trySend(8), "the value was lost or doubled");
        }
    }

    /** A value is received while a sender begins to wait for its slot. */
    static final class ReceiveAgainstSend extends FirstPoll<Future<Void>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new ReceiveAgainstSend();
        }

        @Override
        Future<Void> begin() {
            channel.trySend(7);
            return channel.send(8);
        }

        @Override
        protected void execute(int thread) {
            channel.tryReceive();
        }

        @Override
        void checkAfter() {
            check(channel.tryReceive() == 8 && channel.trySend(9), "the value was lost or doubled");
        }
    }

    /** A value is received while a sender with a rank begins to wait. */
    static final class ReceiveAgainstRankedSend extends FirstPoll<Future<Void>> {
        private final PriorityChannel<Integer> channel = PriorityChannel.of(1);

        @Override
        protected Scenario fresh() {
            return new ReceiveAgainstRankedSend();
        }

        @Override
        Future<Void> begin() {
            channel.trySend(7);
            return channel.send(8, 3);
        }

        @Override
        protected void execute(int thread) {
            channel.tryReceive();
        }

        @Override
        void checkAfter() {
            check(channel.tryReceive() == 8 && channel.trySend(9), "the value was lost or doubled");
        }
    }

    /** A value is received while a reservation begins to wait. */
    static final class ReceiveAgainstReserveSend extends FirstPoll<Future<SendReservation<Integer>>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new ReceiveAgainstReserveSend();
        }

        @Override
        Future<SendReservation<Integer>> begin() {
            channel.trySend(7);
            return channel.reserveSend();
        }

        @Override
        protected void execute(int thread) {
            channel.tryReceive();
        }

        @Override
        void checkAfter() {
            check(!channel.trySend(8) && future.take().commit(9), "the slot was lost or doubled");
        }
    }

    /** A value is sent while a reservation begins to wait. */
    static final class SendAgainstReserveReceive extends FirstPoll<Future<ReceiveReservation<Integer>>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new SendAgainstReserveReceive();
        }

        @Override
        Future<ReceiveReservation<Integer>> begin() {
            return channel.reserveReceive();
        }

        @Override
        protected void execute(int thread) {
            channel.trySend(7);
        }

        @Override
        void checkAfter() {
            check(future.take().commit() == 7 && channel.trySend(8), "the value was lost or doubled");
        }
    }

    /** A value is signalled while one begins to wait for it. */
    static final class SignalAgainstTake extends FirstPoll<Future<Integer>> {
        private final Signal<Integer> signal = Signal.of();

        @Override
        protected Scenario fresh() {
            return new SignalAgainstTake();
        }

        @Override
        Future<Integer> begin() {
            return signal.take();
        }

        @Override
        protected void execute(int thread) {
            signal.signal(7);
        }

        @Override
        void checkAfter() {
            check(future.take() == 7 && !signal.isSignalled(), "the value was lost or doubled");
        }
    }

    /** One that begins to wait is notified. */
    static final class NotifyAgainstWait extends FirstPoll<Future<Void>> {
        private final Notification notification = Notification.of();

        @Override
        protected Scenario fresh() {
            return new NotifyAgainstWait();
        }

        @Override
        Future<Void> begin() {
            return notification.notified();
        }

        @Override
        protected void execute(int thread) {
            notification.notifyOne();
        }
    }

    /** A lock is left while one begins to wait for it. */
    static final class UnlockAgainstLock extends FirstPoll<Future<Mutex.Guard<Integer>>> {
        private final Mutex<Integer> mutex = Mutex.of(7);
        private final Mutex.Guard<Integer> held = mutex.tryLock();

        @Override
        protected Scenario fresh() {
            return new UnlockAgainstLock();
        }

        @Override
        Future<Mutex.Guard<Integer>> begin() {
            return mutex.lock();
        }

        @Override
        protected void execute(int thread) {
            held.close();
        }

        @Override
        void checkAfter() {
            check(mutex.tryLock() == null, "the lock has two holders");
        }
    }

    /** The last reader leaves while a writer begins to wait. */
    static final class LeaveAgainstWrite extends FirstPoll<Future<RwLock.WriteGuard<Integer>>> {
        private final RwLock<Integer> lock = RwLock.of(7);
        private final RwLock.Guard<Integer> held = lock.tryRead();

        @Override
        protected Scenario fresh() {
            return new LeaveAgainstWrite();
        }

        @Override
        Future<RwLock.WriteGuard<Integer>> begin() {
            return lock.write();
        }

        @Override
        protected void execute(int thread) {
            held.close();
        }

        @Override
        void checkAfter() {
            check(lock.tryRead() == null, "a reader enters beside a writer");
        }
    }

    /** A writer leaves while a reader begins to wait. */
    static final class LeaveAgainstRead extends FirstPoll<Future<RwLock.Guard<Integer>>> {
        private final RwLock<Integer> lock = RwLock.of(7);
        private final RwLock.Guard<Integer> held = lock.tryWrite();

        @Override
        protected Scenario fresh() {
            return new LeaveAgainstRead();
        }

        @Override
        Future<RwLock.Guard<Integer>> begin() {
            return lock.read();
        }

        @Override
        protected void execute(int thread) {
            held.close();
        }

        @Override
        void checkAfter() {
            check(lock.tryWrite() == null, "a writer enters beside a reader");
        }
    }

    /** Permits come one by one while two are wanted. */
    static final class ReleaseAgainstAcquire extends FirstPoll<Future<Semaphore.Permits>> {
        private final Semaphore semaphore = Semaphore.of(0);

        @Override
        protected Scenario fresh() {
            return new ReleaseAgainstAcquire();
        }

        @Override
        Future<Semaphore.Permits> begin() {
            return semaphore.acquire(2);
        }

        @Override
        protected void execute(int thread) {
            semaphore.release(1);
            semaphore.release(1);
        }

        @Override
        void checkAfter() {
            check(semaphore.available() == 0 && future.take().count() == 2, "a permit was lost or doubled");
        }
    }

    /** Two arrive at a barrier for two at the same time. */
    static final class ArriveAgainstArrive extends FirstPoll<Future.OfBoolean> {
        private final Barrier barrier = Barrier.of(2);
        private final Future.OfBoolean theirs = barrier.arrive();
        private final FlagWaker their = new FlagWaker();
        private final boolean[] opened = new boolean[1];

        @Override
        protected Scenario fresh() {
            return new ArriveAgainstArrive();
        }

        @Override
        Future.OfBoolean begin() {
            return barrier.arrive();
        }

        @Override
        protected void execute(int thread) {
            opened[0] = their.isReady(theirs);
        }

        @Override
        void checkAfter() {
            check(opened[0] || their.wasWoken() && their.isReady(theirs), "the other one waits for ever");
            check(future.getAsBoolean() != theirs.getAsBoolean(), "not one of them leads");
        }
    }

    /** A value is sent once while one begins to wait for it. */
    static final class ShootAgainstReceive extends FirstPoll<Future<Integer>> {
        private final OneShot<Integer> shot = OneShot.of();

        @Override
        protected Scenario fresh() {
            return new ShootAgainstReceive();
        }

        @Override
        Future<Integer> begin() {
            return shot.receive();
        }

        @Override
        protected void execute(int thread) {
            shot.send(7);
        }

        @Override
        void checkAfter() {
            check(future.take() == 7 && shot.isClosed(), "the value was lost");
        }
    }

    /** A message is published while a subscriber begins to wait. */
    static final class PublishAgainstSubscriber extends FirstPoll<Future<Integer>> {
        private final PubSubChannel<Integer> channel = PubSubChannel.of(1);
        private final Subscriber<Integer> subscriber = channel.subscribe();

        @Override
        protected Scenario fresh() {
            return new PublishAgainstSubscriber();
        }

        @Override
        Future<Integer> begin() {
            return subscriber.next();
        }

        @Override
        protected void execute(int thread) {
            channel.tryPublish(7);
        }

        @Override
        void checkAfter() {
            check(future.take() == 7 && channel.freeCapacity() == 1, "the message was lost or doubled");
        }
    }

    /** The slowest subscriber reads while a publisher begins to wait. */
    static final class ReadAgainstPublish extends FirstPoll<Future<Void>> {
        private final PubSubChannel<Integer> channel = PubSubChannel.of(1);
        private final Subscriber<Integer> subscriber = channel.subscribe();

        @Override
        protected Scenario fresh() {
            return new ReadAgainstPublish();
        }

        @Override
        Future<Void> begin() {
            channel.tryPublish(7);
            return channel.publish(8);
        }

        @Override
        protected void execute(int thread) {
            subscriber.tryNext();
        }

        @Override
        void checkAfter() {
            check(subscriber.tryNext() == 8 && channel.freeCapacity() == 1, "a message was lost or doubled");
        }
    }

    /** A byte is written while a reader begins to wait. */
    static final class WriteAgainstRead extends FirstPoll<Future.OfInt> {
        private final Pipe pipe = Pipe.of(1);

        @Override
        protected Scenario fresh() {
            return new WriteAgainstRead();
        }

        @Override
        Future.OfInt begin() {
            return pipe.read(new byte[1]);
        }

        @Override
        protected void execute(int thread) {
            pipe.tryWrite(new byte[1], 0, 1);
        }

        @Override
        void checkAfter() {
            check(future.getAsInt() == 1 && pipe.isEmpty(), "the byte was lost or doubled");
        }
    }

    /** A byte is read while a writer begins to wait for its room. */
    static final class ReadAgainstWriter extends FirstPoll<Future.OfInt> {
        private final Pipe pipe = Pipe.of(1);

        @Override
        protected Scenario fresh() {
            return new ReadAgainstWriter();
        }

        @Override
        Future.OfInt begin() {
            pipe.tryWrite(new byte[1], 0, 1);
            return pipe.writeAll(new byte[1]);
        }

        @Override
        protected void execute(int thread) {
            pipe.tryRead(new byte[1], 0, 1);
        }

        @Override
        void checkAfter() {
            check(pipe.size() == 1, "a byte was lost or doubled");
        }
    }

    /** A buffer is filled while a receiver begins to wait. */
    static final class FillAgainstReceive extends FirstPoll<Future<ZeroCopyChannel.ReceiveSlot<int[]>>> {
        private final ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1][1]);
        private final ZeroCopyChannel.SendSlot<int[]> slot = new ZeroCopyChannel.SendSlot<>();

        @Override
        protected Scenario fresh() {
            return new FillAgainstReceive();
        }

        @Override
        Future<ZeroCopyChannel.ReceiveSlot<int[]>> begin() {
            check(channel.trySend(slot), "there is no buffer");
            return channel.receive();
        }

        @Override
        protected void execute(int thread) {
            slot.value()[0] = 7;
            slot.sendDone();
        }

        @Override
        void checkAfter() {
            check(future.take().value()[0] == 7, "the buffer is not filled");
        }
    }

    /** A buffer is emptied while a sender begins to wait. */
    static final class EmptyAgainstSend extends FirstPoll<Future<ZeroCopyChannel.SendSlot<int[]>>> {
        private final ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1][1]);
        private final ZeroCopyChannel.ReceiveSlot<int[]> read = new ZeroCopyChannel.ReceiveSlot<>();

        @Override
        protected Scenario fresh() {
            return new EmptyAgainstSend();
        }

        @Override
        Future<ZeroCopyChannel.SendSlot<int[]>> begin() {
            ZeroCopyChannel.SendSlot<int[]> slot = new ZeroCopyChannel.SendSlot<>();
            check(channel.trySend(slot) && slot.sendDone() && channel.tryReceive(read), "there is no buffer");
            return channel.send();
        }

        @Override
        protected void execute(int thread) {
            read.receiveDone();
        }

        @Override
        void checkAfter() {
            check(future.take().sendDone(), "the channel is closed");
        }
    }

    /** A value is set while one begins to wait for it. */
    static final class SetAgainstWait extends FirstPoll<Future<Integer>> {
        private final OnceLock<Integer> cell = OnceLock.of();

        @Override
        protected Scenario fresh() {
            return new SetAgainstWait();
        }

        @Override
        Future<Integer> begin() {
            return cell.get();
        }

        @Override
        protected void execute(int thread) {
            cell.set(7);
        }

        @Override
        void checkAfter() {
            check(future.take() == 7, "the value was lost");
        }
    }

    /** Two ask for a value that one of them makes. */
    static final class MakeAgainstMake extends FirstPoll<Future<Integer>> {
        private final Made made = new Made();
        private final LazyLock<Integer> lazy = LazyLock.of(made);
        private final FutureOf theirs = new FutureOf(lazy.get());

        @Override
        protected Scenario fresh() {
            return new MakeAgainstMake();
        }

        @Override
        Future<Integer> begin() {
            return lazy.get();
        }

        @Override
        protected void execute(int thread) {
            theirs.poll();
        }

        @Override
        void checkAfter() {
            check(theirs.isReady(), "the other one waits for ever");
            check(future.take() == 1 && made.times == 1, "the value was made twice");
        }
    }

    /** A service is served while it is called. */
    static final class ServeAgainstCall extends FirstPoll<Future<Integer>> {
        private final RpcService<int[]> service = RpcService.of();
        private final FutureOf serve = new FutureOf(service.serve(new int[1]));

        @Override
        protected Scenario fresh() {
            return new ServeAgainstCall();
        }

        @Override
        Future<Integer> begin() {
            return service.call(s -> ++s[0]);
        }

        @Override
        protected void execute(int thread) {
            serve.poll();
        }

        @Override
        void goOn() {
            serve.pollIfWoken();
        }
    }

    /** A provider is resolved while its future is polled. */
    static final class ResolveAgainstWait extends FirstPoll<Future<Integer>> {
        private final ValueProvider<Integer> provider = ValueProvider.of();

        @Override
        protected Scenario fresh() {
            return new ResolveAgainstWait();
        }

        @Override
        Future<Integer> begin() {
            return provider.get();
        }

        @Override
        protected void execute(int thread) {
            provider.resolve(7);
        }

        @Override
        void checkAfter() {
            check(future.take() == 7 && !provider.hasFuture(), "the value was lost");
        }
    }

    /** A future of the other thread. */
    private static final class FutureOf {
        private final Future<?> future;
        private final FlagWaker waker = new FlagWaker();
        private boolean ready;

        FutureOf(Future<?> future) {
            this.future = future;
        }

        void poll() {
            ready = waker.isReady(future);
        }

        void pollIfWoken() {
            if (!ready && waker.wasWoken()) {
                poll();
            }
        }

        boolean isReady() {
            pollIfWoken();
            return ready;
        }
    }

    private static final class Made implements OnceLock.Initializer<Integer> {
        private int times;

        @Override
        public Integer make() {
            return ++times;
        }
    }

    /** A future by hand is completed while it is polled for the first time. */
    static final class CompleteAgainstPoll extends Scenario {
        private final FutureCore<Integer> core = FutureCore.of("a test");

        @Override
        protected Scenario fresh() {
            return new CompleteAgainstPoll();
        }

        @Override
        protected void execute() throws Exception {
            FlagWaker waker = new FlagWaker();
            Context cx = Context.of(waker);
            Thread other = start(1);
            boolean ready = core.poll(cx) == Poll.READY;
            other.join();
            check(ready || waker.wasWoken() && core.poll(cx) == Poll.READY, "the waiter was not woken");
            check(core.take() == 7, "the value was lost");
        }

        @Override
        protected void execute(int thread) {
            core.complete(7);
        }
    }

    private static void hold(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 120).hold();
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 120).hold();
        Interleavings.of(scenario, 120)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void aValueThatIsSentIsSeen() {
        holdAndBite(SendAgainstReceive.class);
    }

    @Test
    void aSlotThatIsFreedIsSeen() {
        hold(ReceiveAgainstSend.class);
    }

    @Test
    void aSlotForARankIsSeen() {
        hold(ReceiveAgainstRankedSend.class);
    }

    @Test
    void aSlotForAReservationIsSeen() {
        hold(ReceiveAgainstReserveSend.class);
    }

    @Test
    void aValueForAReservationIsSeen() {
        hold(SendAgainstReserveReceive.class);
    }

    @Test
    void aSignalIsSeen() {
        hold(SignalAgainstTake.class);
    }

    @Test
    void aNotificationIsSeen() {
        hold(NotifyAgainstWait.class);
    }

    @Test
    void anUnlockIsSeen() {
        holdAndBite(UnlockAgainstLock.class);
    }

    @Test
    void aLeavingReaderIsSeen() {
        hold(LeaveAgainstWrite.class);
    }

    @Test
    void aLeavingWriterIsSeen() {
        hold(LeaveAgainstRead.class);
    }

    @Test
    void releasedPermitsAreSeen() {
        hold(ReleaseAgainstAcquire.class);
    }

    @Test
    void theLastOneIsSeen() {
        holdAndBite(ArriveAgainstArrive.class);
    }

    @Test
    void aOneShotIsSeen() {
        hold(ShootAgainstReceive.class);
    }

    @Test
    void aMessageIsSeen() {
        holdAndBite(PublishAgainstSubscriber.class);
    }

    @Test
    void aSlotForAMessageIsSeen() {
        hold(ReadAgainstPublish.class);
    }

    @Test
    void aByteIsSeen() {
        holdAndBite(WriteAgainstRead.class);
    }

    @Test
    void roomIsSeen() {
        hold(ReadAgainstWriter.class);
    }

    @Test
    void aBufferIsSeen() {
        holdAndBite(FillAgainstReceive.class);
    }

    @Test
    void anEmptyBufferIsSeen() {
        hold(EmptyAgainstSend.class);
    }

    @Test
    void aValueThatIsSetIsSeen() {
        hold(SetAgainstWait.class);
    }

    @Test
    void aValueThatIsMadeIsSeen() {
        holdAndBite(MakeAgainstMake.class);
    }

    @Test
    void aCallIsSeen() {
        holdAndBite(ServeAgainstCall.class);
    }

    @Test
    void anAnswerIsSeen() {
        hold(ResolveAgainstWait.class);
    }

    @Test
    void aCompletionIsSeen() {
        holdAndBite(CompleteAgainstPoll.class);
    }

    @Test
    void aGuessThatIsNotMadeGoodIsFound() {
        // The claim is made inside, but whoever had guessed wrong is not told.
        Interleavings.of(SendAgainstReceive.class, 120)
                .find(
                        "the waiter was not woken",
                        Mutation.in(PermitWaiter.class, "pollUnready").leaveOut("wake"));
    }
}
