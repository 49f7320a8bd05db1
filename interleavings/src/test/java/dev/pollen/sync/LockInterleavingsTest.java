// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.interleavings.FlagWaker;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** Locks: what a cancelled waiter was granted, or kept from others, goes on, whatever the other thread does meanwhile. */
final class LockInterleavingsTest {
    /** Permits come back while the first in line, which wants more than there are, is cancelled. */
    static final class ReleaseAgainstCancel extends TwoWaiters<Future<Semaphore.Permits>> {
        private final Semaphore semaphore = Semaphore.of(0);

        @Override
        protected Scenario fresh() {
            return new ReleaseAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(semaphore.acquire(2), semaphore.acquire(1));
            Thread other = start(1);
            semaphore.release(1);
            other.join();
            checkSecond();
            check(second.take().count() == 1 && semaphore.available() == 0, "a permit was lost or doubled");
        }
    }

    /** A writer leaves while the writer that is next is cancelled: the reader behind it enters. */
    static final class LeaveAgainstCancel extends TwoWaiters<Future<? extends RwLock.Guard<Integer>>> {
        private final RwLock<Integer> lock = RwLock.of(7);

        @Override
        protected Scenario fresh() {
            return new LeaveAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            Future<RwLock.WriteGuard<Integer>> holder = lock.write();
            check(firstWaker.isReady(holder), "nobody holds the lock");
            await(lock.write(), lock.read());
            Thread other = start(1);
            holder.take().close();
            other.join();
            checkSecond();
            second.get().close();
            check(lock.tryWrite() != null, "somebody still holds the lock");
        }
    }

    /** The last one comes while the first is cancelled: either it counts, or its round waits for another one. */
    static final class ArriveAgainstCancel extends TwoWaiters<Future<Boolean>> {
        private final Barrier barrier = Barrier.of(3);

        @Override
        protected Scenario fresh() {
            return new ArriveAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(barrier.arrive(), barrier.arrive());
            Thread other = start(1);
            FlagWaker waker = new FlagWaker();
            Future<Boolean> last = barrier.arrive();
            boolean opened = waker.isReady(last);
            other.join();
            if (!opened) {
                check(!secondWaker.wasWoken(), "a round of two has begun");
                check(firstWaker.isReady(barrier.arrive()), "whoever was cancelled is waited for");
                check(waker.wasWoken() && waker.isReady(last), "the one that came last was not woken");
            }
            checkSecond();
            check(!firstWaker.isReady(barrier.arrive()), "the next round has begun with one");
        }
    }

    /** The one that was chosen to make the value is cancelled while another one comes. */
    static final class ComeAgainstCancel extends Scenario {
        private final OnceLock<Integer> cell = OnceLock.of();
        private final OnceLock.Initializer<Integer> seven = new Seven();
        private final Future<Integer> chosen = cell.getOrInit(seven);

        @Override
        protected Scenario fresh() {
            return new ComeAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            check(chosen.poll(new WithoutBudget()) == Poll.PENDING, "it had no budget");
            Thread other = start(1);
            FlagWaker waker = new FlagWaker();
            Future<Integer> next = cell.getOrInit(seven);
            boolean ready = waker.isReady(next);
            other.join();
            check(ready || waker.wasWoken() && waker.isReady(next), "nobody makes the value");
            check(next.take() == 7 && cell.isSet(), "the value was lost");
        }

        @Override
        protected void execute(int thread) {
            cancel(chosen);
        }
    }

    private static final class Seven implements OnceLock.Initializer<Integer> {
        @Override
        public Integer make() {
            return 7;
        }
    }

    /** A token is cancelled while somebody begins to wait for its child. */
    static final class WaitAgainstToken extends Scenario {
        private final CancellationToken token = CancellationToken.of();
        private final CancellationToken child = token.child();

        @Override
        protected Scenario fresh() {
            return new WaitAgainstToken();
        }

        @Override
        protected void execute() throws Exception {
            Thread other = start(1);
            FlagWaker waker = new FlagWaker();
            Future<Void> cancelled = child.child().cancelled();
            boolean ready = waker.isReady(cancelled);
            other.join();
            check(ready || waker.wasWoken() && waker.isReady(cancelled), "the wait goes on for ever");
        }

        @Override
        protected void execute(int thread) {
            token.cancel();
        }
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 300).hold();
        Interleavings.of(scenario, 300)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void permitsGoToTheNext() {
        holdAndBite(ReleaseAgainstCancel.class);
    }

    @Test
    void aReaderEntersBehindACancelledWriter() {
        holdAndBite(LeaveAgainstCancel.class);
    }

    @Test
    void aRoundIsWholeOrWaits() {
        holdAndBite(ArriveAgainstCancel.class);
    }

    @Test
    void somebodyMakesTheValue() {
        holdAndBite(ComeAgainstCancel.class);
    }

    @Test
    void noWaitMissesTheEnd() {
        holdAndBite(WaitAgainstToken.class);
    }

    @Test
    void aHeadOfTheLineThatGoesSilentlyIsFound() {
        Interleavings.of(ReleaseAgainstCancel.class, 300)
                .find(
                        "the second waiter was not woken",
                        Mutation.in(Semaphore.Acquire.class, "cancel").leaveOut("wakeWaiters"));
    }
}
