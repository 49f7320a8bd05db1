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

/** Those that all get the same: one is cancelled while it is given, and the others get it. */
final class CancelInterleavingsTest {
    /** A value is set while one of the watch's receivers is cancelled. */
    static final class ChangeAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final Watch<Integer> watch = Watch.of();
        private final WatchReceiver<Integer> leaves = watch.receiver();

        @Override
        protected Scenario fresh() {
            return new ChangeAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(leaves.changed(), watch.receiver().changed());
            Thread other = start(1);
            check(watch.send(7), "the watch is closed");
            other.join();
            checkSecond();
            check(second.take() == 7, "the value was lost");
            check(leaves.tryChanged() == 7, "whoever was cancelled has missed the value");
        }
    }

    /** A message is published while one of its subscribers no longer waits. */
    static final class PublishAgainstNext extends TwoWaiters<Future<Integer>> {
        private final PubSubChannel<Integer> channel = PubSubChannel.of(1);
        private final Subscriber<Integer> leaves = channel.subscribe();

        @Override
        protected Scenario fresh() {
            return new PublishAgainstNext();
        }

        @Override
        protected void execute() throws Exception {
            await(leaves.next(), channel.subscribe().next());
            Thread other = start(1);
            check(channel.tryPublish(7), "an empty channel was full");
            other.join();
            checkSecond();
            check(second.take() == 7, "the message was lost");
            check(leaves.tryNext() == 7 && leaves.tryNext() == null, "whoever was cancelled has missed the message");
            check(channel.isEmpty() && channel.freeCapacity() == 1, "a slot was lost or doubled");
        }
    }

    /** Two messages are sent while one of their subscribers no longer waits: the second one pushes the first out. */
    static final class BroadcastAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final Broadcast<Integer> broadcast = Broadcast.of(1);
        private final Subscriber<Integer> leaves = broadcast.subscribe();

        @Override
        protected Scenario fresh() {
            return new BroadcastAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            Subscriber<Integer> stays = broadcast.subscribe();
            await(leaves.nextKept(), stays.nextKept());
            Thread other = start(1);
            check(broadcast.send(7) == 2 && broadcast.send(8) == 2, "somebody was not counted");
            other.join();
            checkSecond();
            check(second.take() == 8 && stays.missed() == 1, "the wrong one was kept");
            check(leaves.tryNextKept() == 8 && leaves.missed() == 1, "whoever was cancelled has missed the message");
            check(broadcast.size() == 0, "there is a message left");
        }
    }

    /** A one-shot is closed while one that waits for it is cancelled. */
    static final class CloseAgainstClosed extends TwoWaiters<Future<Void>> {
        private final OneShot<Integer> shot = OneShot.of();

        @Override
        protected Scenario fresh() {
            return new CloseAgainstClosed();
        }

        @Override
        protected void execute() throws Exception {
            await(shot.closed(), shot.closed());
            Thread other = start(1);
            shot.close();
            other.join();
            checkSecond();
        }
    }

    /** The one future of a provider is cancelled and another one made while the provider is resolved. */
    static final class ProvideAgainstCancel extends Scenario {
        private final ValueProvider<Integer> provider = ValueProvider.of();
        private final Future<Integer> future = provider.get();
        private final FlagWaker waker = new FlagWaker();
        private Future<Integer> next;

        @Override
        protected Scenario fresh() {
            return new ProvideAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            check(!waker.isReady(future), "it was resolved before");
            Thread other = start(1);
            provider.resolve(7);
            other.join();
            boolean atOnce = waker.isReady(next);
            check(
                    atOnce || provider.resolve(8) && waker.wasWoken() && waker.isReady(next),
                    "the next one is not resolved");
            check(next.take() == (atOnce ? 7 : 8), "the value was lost");
            check(!provider.hasFuture() && !provider.resolve(9), "a cancelled future waits");
        }

        @Override
        protected void execute(int thread) {
            cancel(future);
            next = provider.get();
        }
    }

    /** All futures of a provider are resolved while one of them is cancelled. */
    static final class ProvideAllAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final BroadcastValueProvider<Integer> provider = BroadcastValueProvider.of();

        @Override
        protected Scenario fresh() {
            return new ProvideAllAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(provider.get(), provider.get());
            Thread other = start(1);
            int resolved = provider.resolve(7);
            other.join();
            checkSecond();
            check(second.take() == 7 && resolved >= 1 && resolved <= 2, "the value was lost or doubled");
            check(!provider.hasFuture(), "a cancelled future waits");
        }
    }

    /** The server of a service is cancelled while it is called: the next one runs the call. */
    static final class CallAgainstServe extends Scenario {
        private final RpcService<int[]> service = RpcService.of();
        private final int[] state = {0};
        private final Future<Void> serve = service.serve(state);

        @Override
        protected Scenario fresh() {
            return new CallAgainstServe();
        }

        @Override
        protected void execute() throws Exception {
            FlagWaker server = new FlagWaker();
            check(!server.isReady(serve), "serving ended");
            Thread other = start(1);
            FlagWaker waker = new FlagWaker();
            Future<Integer> call = service.call(s -> ++s[0]);
            check(!waker.isReady(call), "nobody serves");
            other.join();
            check(!server.isReady(service.serve(state)), "serving ended");
            check(waker.wasWoken() && waker.isReady(call), "the call was lost");
            check(call.take() == 1 && state[0] == 1, "the call ran twice");
        }

        @Override
        protected void execute(int thread) {
            cancel(serve);
        }
    }

    /** A token is cancelled while one that waits for it no longer does. */
    static final class TokenAgainstCancel extends TwoWaiters<Future<Void>> {
        private final CancellationToken token = CancellationToken.of();

        @Override
        protected Scenario fresh() {
            return new TokenAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(token.cancelled(), token.cancelled());
            Thread other = start(1);
            token.cancel();
            other.join();
            checkSecond();
        }
    }

    /** A value is set while one that waits for it is cancelled. */
    static final class SetAgainstGet extends TwoWaiters<Future<Integer>> {
        private final OnceLock<Integer> cell = OnceLock.of();

        @Override
        protected Scenario fresh() {
            return new SetAgainstGet();
        }

        @Override
        protected void execute() throws Exception {
            await(cell.get(), cell.get());
            Thread other = start(1);
            check(cell.set(7), "it was set before");
            other.join();
            checkSecond();
            check(second.take() == 7 && cell.take() == 7 && !cell.isSet(), "the value was lost");
        }
    }

    /** The one that was chosen to make the value is cancelled while another one waits for it. */
    static final class LazyAgainstCancel extends Scenario {
        private final LazyLock<Integer> lazy = LazyLock.of(new Seven());
        private final Future<Integer> chosen = lazy.get();

        @Override
        protected Scenario fresh() {
            return new LazyAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            check(chosen.poll(new WithoutBudget()) == Poll.PENDING, "it had no budget");
            Thread other = start(1);
            FlagWaker waker = new FlagWaker();
            Future<Integer> next = lazy.get();
            boolean ready = waker.isReady(next);
            other.join();
            check(ready || waker.wasWoken() && waker.isReady(next), "nobody makes the value");
            check(next.take() == 7 && lazy.tryGet() == 7, "the value was lost");
        }

        @Override
        protected void execute(int thread) {
            cancel(chosen);
        }
    }

    /** A writer leaves while the reader that is next is cancelled: the writer behind it enters, alone. */
    static final class LeaveAgainstReader extends TwoWaiters<Future<? extends RwLock.Guard<Integer>>> {
        private final RwLock<Integer> lock = RwLock.of(7);

        @Override
        protected Scenario fresh() {
            return new LeaveAgainstReader();
        }

        @Override
        protected void execute() throws Exception {
            Future<RwLock.WriteGuard<Integer>> holder = lock.write();
            check(firstWaker.isReady(holder), "nobody holds the lock");
            await(lock.read(), lock.write());
            Thread other = start(1);
            holder.take().close();
            other.join();
            checkSecond();
            check(lock.tryRead() == null, "a reader enters beside a writer");
            second.get().close();
            check(lock.tryWrite() != null, "somebody still holds the lock");
        }
    }

    /** A writer stays as a reader while one of the readers that wait is cancelled. */
    static final class DowngradeAgainstCancel extends TwoWaiters<Future<RwLock.Guard<Integer>>> {
        private final RwLock<Integer> lock = RwLock.of(7);

        @Override
        protected Scenario fresh() {
            return new DowngradeAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            Future<RwLock.WriteGuard<Integer>> holder = lock.write();
            check(firstWaker.isReady(holder), "nobody holds the lock");
            await(lock.read(), lock.read());
            Thread other = start(1);
            RwLock.Guard<Integer> stays = holder.take().downgrade();
            other.join();
            checkSecond();
            check(lock.tryWrite() == null, "a writer enters beside readers");
            stays.close();
            second.get().close();
            check(lock.tryWrite() != null, "somebody still holds the lock");
        }
    }

    /** A future by hand is completed while it is cancelled: it is one of the two, and can be used again. */
    static final class CompleteAgainstCancel extends Scenario {
        private final FutureCore<Integer> core = FutureCore.of("a test");

        @Override
        protected Scenario fresh() {
            return new CompleteAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            FlagWaker waker = new FlagWaker();
            Context cx = Context.of(waker);
            check(core.poll(cx) == Poll.PENDING, "it was completed before");
            Thread other = start(1);
            core.complete(7);
            other.join();
            check(!core.isSet() && !core.complete(8), "it was completed after its end");
            core.reset();
            check(core.complete(9) && core.poll(cx) == Poll.READY && core.take() == 9, "the value was lost");
        }

        @Override
        protected void execute(int thread) {
            core.cancel();
        }
    }

    /** A future by hand is completed and failed at the same time: one of them counts, and wakes. */
    static final class CompleteAgainstFail extends Scenario {
        private final FutureCore<Integer> core = FutureCore.of("a test");
        private final RuntimeException failure = new IllegalArgumentException();
        private final boolean[] failed = new boolean[1];

        @Override
        protected Scenario fresh() {
            return new CompleteAgainstFail();
        }

        @Override
        protected void execute() throws Exception {
            FlagWaker waker = new FlagWaker();
            Context cx = Context.of(waker);
            check(core.poll(cx) == Poll.PENDING, "it was completed before");
            Thread other = start(1);
            boolean completed = core.complete(7);
            other.join();
            check(completed != failed[0], "both count, or none does");
            check(waker.wasWoken(), "the waiter was not woken");
            boolean threw = false;
            try {
                check(core.poll(cx) == Poll.READY && core.take() == 7, "the value was lost");
            } catch (IllegalArgumentException e) {
                threw = true;
            }
            check(threw == failed[0], "the other one counts");
        }

        @Override
        protected void execute(int thread) {
            failed[0] = core.fail(failure);
        }
    }

    /** Two wakers are registered at the same time: one of them is woken at once, the other one by the wake. */
    static final class RegisterAgainstRegister extends Scenario {
        private final AtomicWaker atomic = new AtomicWaker();
        private final FlagWaker theirs = new FlagWaker();

        @Override
        protected Scenario fresh() {
            return new RegisterAgainstRegister();
        }

        @Override
        protected void execute() throws Exception {
            FlagWaker ours = new FlagWaker();
            Thread other = start(1);
            atomic.register(ours);
            other.join();
            check(ours.wasWoken() != theirs.wasWoken(), "a waker was lost, or woken too early");
            atomic.wake();
            check(ours.wasWoken() && theirs.wasWoken(), "the wake was lost");
            check(!atomic.isRegistered(), "a waker stays");
        }

        @Override
        protected void execute(int thread) {
            atomic.register(theirs);
        }
    }

    /** A driver sets its flag and wakes while a task registers and looks. */
    static final class RegisterAgainstWake extends Scenario {
        private final AtomicWaker atomic = new AtomicWaker();
        private final Flag flag = new Flag();

        @Override
        protected Scenario fresh() {
            return new RegisterAgainstWake();
        }

        @Override
        protected void execute() throws Exception {
            FlagWaker waker = new FlagWaker();
            Thread other = start(1);
            atomic.register(waker);
            boolean seen = flag.raised;
            other.join();
            check(seen || waker.wasWoken(), "the wake was lost");
        }

        @Override
        protected void execute(int thread) {
            flag.raised = true;
            atomic.wake();
        }
    }

    private static final class Seven implements OnceLock.Initializer<Integer> {
        @Override
        public Integer make() {
            return 7;
        }
    }

    private static final class Flag {
        private volatile boolean raised;
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 120).hold();
        Interleavings.of(scenario, 120)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void aChangeReachesTheOthers() {
        holdAndBite(ChangeAgainstCancel.class);
    }

    @Test
    void aMessageReachesTheOthers() {
        holdAndBite(PublishAgainstNext.class);
    }

    @Test
    void aBroadcastReachesTheOthers() {
        holdAndBite(BroadcastAgainstCancel.class);
    }

    @Test
    void watchersOfAOneShotLearnTheEnd() {
        holdAndBite(CloseAgainstClosed.class);
    }

    @Test
    void aCancelledFutureMakesRoom() {
        holdAndBite(ProvideAgainstCancel.class);
    }

    @Test
    void aProvidedValueReachesTheOthers() {
        holdAndBite(ProvideAllAgainstCancel.class);
    }

    @Test
    void theNextServerRunsTheCall() {
        holdAndBite(CallAgainstServe.class);
    }

    @Test
    void theEndReachesTheOthers() {
        holdAndBite(TokenAgainstCancel.class);
    }

    @Test
    void aSetValueReachesTheOthers() {
        holdAndBite(SetAgainstGet.class);
    }

    @Test
    void somebodyMakesTheLazyValue() {
        holdAndBite(LazyAgainstCancel.class);
    }

    @Test
    void aWriterEntersBehindACancelledReader() {
        holdAndBite(LeaveAgainstReader.class);
    }

    @Test
    void aReaderEntersBesideADowngradedWriter() {
        holdAndBite(DowngradeAgainstCancel.class);
    }

    @Test
    void aFutureByHandEndsOnce() {
        holdAndBite(CompleteAgainstCancel.class);
    }

    @Test
    void oneEndCounts() {
        holdAndBite(CompleteAgainstFail.class);
    }

    @Test
    void noWakerIsLost() {
        Interleavings.of(RegisterAgainstRegister.class, 200).hold();
        Interleavings.of(RegisterAgainstRegister.class, 200)
                .find("", Mutation.in(AtomicWaker.class, "exchange").leaveOut("enter"));
    }

    @Test
    void noWakeIsMissed() {
        Interleavings.of(RegisterAgainstWake.class, 200).hold();
        Interleavings.of(RegisterAgainstWake.class, 200)
                .find(
                        "the wake was lost",
                        Mutation.in(AtomicWaker.class, "wake").leaveOut("wake"));
    }

    @Test
    void aSubscriberThatStaysInLineIsFound() {
        Interleavings.of(PublishAgainstNext.class, 200)
                .find("", Mutation.in(Waiter.class, "cancel").leaveOut("dequeue"));
    }

    @Test
    void aReaderThatIsStillCountedIsFound() {
        Interleavings.of(LeaveAgainstReader.class, 200)
                .find(
                        "the second waiter was not woken",
                        Mutation.in(RwLock.Read.class.getSuperclass(), "handOn").leaveOut("leave"));
    }
}
