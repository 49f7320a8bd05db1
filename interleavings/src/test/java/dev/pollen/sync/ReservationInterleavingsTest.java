// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** Reserved and ranked places: a cancelled waiter passes on what it was granted, whatever the other thread does meanwhile. */
final class ReservationInterleavingsTest {
    /** A slot becomes free for a reservation that is cancelled. */
    static final class ReceiveAgainstReserve extends TwoWaiters<Future<SendReservation<Integer>>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new ReceiveAgainstReserve();
        }

        @Override
        protected void execute() throws Exception {
            channel.trySend(7);
            await(channel.reserveSend(), channel.reserveSend());
            Thread other = start(1);
            check(channel.tryReceive() == 7, "the value was lost");
            other.join();
            checkSecond();
            check(!channel.trySend(9), "the slot was reserved twice");
            check(second.take().commit(8), "the channel is closed");
            check(channel.tryReceive() == 8 && channel.tryReceive() == null, "a value was lost or doubled");
            check(channel.trySend(10) && !channel.trySend(11), "a slot was lost or doubled");
        }
    }

    /** A value is sent for a reservation that is cancelled. */
    static final class SendAgainstReserve extends TwoWaiters<Future<ReceiveReservation<Integer>>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new SendAgainstReserve();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.reserveReceive(), channel.reserveReceive());
            Thread other = start(1);
            check(channel.trySend(7), "an empty channel was full");
            other.join();
            checkSecond();
            ReceiveReservation<Integer> lent = second.take();
            check(lent.value() == 7 && channel.tryReceive() == null, "the value is there twice");
            lent.close();
            check(channel.tryReceive() == 7 && channel.tryReceive() == null, "the value was lost or doubled");
            check(channel.trySend(8) && !channel.trySend(9), "a slot was lost or doubled");
        }
    }

    /** A reserved slot is given back for a sender that is cancelled. */
    static final class LeaveSlotAgainstCancel extends TwoWaiters<Future<Void>> {
        private final Channel<Integer> channel = Channel.of(1);
        private final SendReservation<Integer> reserved = new SendReservation<>();

        @Override
        protected Scenario fresh() {
            return new LeaveSlotAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            channel.tryReserveSend(reserved);
            await(channel.send(8), channel.send(9));
            Thread other = start(1);
            reserved.close();
            other.join();
            checkSecond();
            check(channel.tryReceive() == 9 && channel.tryReceive() == null, "a value was lost or doubled");
            check(channel.trySend(10) && !channel.trySend(11), "a slot was lost or doubled");
        }
    }

    /** A reserved value is put back for a receiver that is cancelled. */
    static final class PutBackAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final Channel<Integer> channel = Channel.of(1);
        private final ReceiveReservation<Integer> lent = new ReceiveReservation<>();

        @Override
        protected Scenario fresh() {
            return new PutBackAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            channel.trySend(7);
            channel.tryReserveReceive(lent);
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            lent.close();
            other.join();
            checkSecond();
            check(second.take() == 7 && channel.tryReceive() == null, "the value was lost or doubled");
            check(channel.trySend(8) && !channel.trySend(9), "a slot was lost or doubled");
        }
    }

    /** A reserved slot is filled for a receiver that is cancelled. */
    static final class CommitAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final Channel<Integer> channel = Channel.of(1);
        private final SendReservation<Integer> reserved = new SendReservation<>();

        @Override
        protected Scenario fresh() {
            return new CommitAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            channel.tryReserveSend(reserved);
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            check(reserved.commit(7), "the channel is closed");
            other.join();
            checkSecond();
            check(second.take() == 7 && channel.tryReceive() == null, "the value was lost or doubled");
            check(channel.trySend(8) && !channel.trySend(9), "a slot was lost or doubled");
        }
    }

    /** A reserved value is taken for a sender that is cancelled. */
    static final class TakeAgainstCancel extends TwoWaiters<Future<Void>> {
        private final Channel<Integer> channel = Channel.of(1);
        private final ReceiveReservation<Integer> lent = new ReceiveReservation<>();

        @Override
        protected Scenario fresh() {
            return new TakeAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            channel.trySend(7);
            channel.tryReserveReceive(lent);
            await(channel.send(8), channel.send(9));
            Thread other = start(1);
            check(lent.commit() == 7, "the value was lost");
            other.join();
            checkSecond();
            check(channel.tryReceive() == 9 && channel.tryReceive() == null, "a value was lost or doubled");
            check(channel.trySend(10) && !channel.trySend(11), "a slot was lost or doubled");
        }
    }

    /** A place becomes free for a sender with a rank that is cancelled. */
    static final class ReceiveAgainstRankedCancel extends TwoWaiters<Future<Void>> {
        private final PriorityChannel<Integer> channel = PriorityChannel.of(1);

        @Override
        protected Scenario fresh() {
            return new ReceiveAgainstRankedCancel();
        }

        @Override
        protected void execute() throws Exception {
            channel.trySend(7, 1);
            await(channel.send(8, 0), channel.send(9, 5));
            Thread other = start(1);
            check(channel.tryReceive() == 7, "the value was lost");
            other.join();
            checkSecond();
            check(channel.tryReceive() == 9 && channel.tryReceive() == null, "a value was lost or doubled");
            check(channel.trySend(10, 0) && !channel.trySend(11, 0), "a place was lost or doubled");
        }
    }

    /** A value is sorted out for a sender with a rank that is cancelled. */
    static final class RemoveAgainstRankedCancel extends TwoWaiters<Future<Void>> {
        private final PriorityChannel<Integer> channel = PriorityChannel.of(1);

        @Override
        protected Scenario fresh() {
            return new RemoveAgainstRankedCancel();
        }

        @Override
        protected void execute() throws Exception {
            channel.trySend(7, 1);
            await(channel.send(8, 0), channel.send(9, 5));
            Thread other = start(1);
            int removed = channel.removeIf(new Odd());
            other.join();
            // A value that came from a waiting sender meanwhile is not looked at.
            check(removed == 1, "the value was not found, or found twice");
            checkSecond();
            check(channel.tryReceive() == 9 && channel.tryReceive() == null, "a value was lost or doubled");
            check(channel.trySend(10, 0) && !channel.trySend(11, 0), "a place was lost or doubled");
        }
    }

    /** A value with a rank is sent to a receiver that is cancelled. */
    static final class RankedSendAgainstCancel extends TwoWaiters<Future<Integer>> {
        private final PriorityChannel<Integer> channel = PriorityChannel.of(2);

        @Override
        protected Scenario fresh() {
            return new RankedSendAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            check(channel.trySend(7, 3), "an empty channel was full");
            other.join();
            check(channel.trySend(8, 9), "a place was lost");
            checkSecond();
            check(second.take() == 8, "the rank was lost");
            check(channel.tryReceive() == 7 && channel.tryReceive() == null, "the value was lost or doubled");
        }
    }

    /** All values are dropped for a sender that is cancelled. */
    static final class ClearAgainstCancel extends TwoWaiters<Future<Void>> {
        private final Channel<Integer> channel = Channel.of(1);

        @Override
        protected Scenario fresh() {
            return new ClearAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            channel.trySend(7);
            await(channel.send(8), channel.send(9));
            Thread other = start(1);
            check(channel.clear() == 1, "the value was not there");
            other.join();
            checkSecond();
            check(channel.tryReceive() == 9 && channel.tryReceive() == null, "a value was lost or doubled");
            check(channel.trySend(10) && !channel.trySend(11), "a slot was lost or doubled");
        }
    }

    private static final class Odd implements PriorityChannel.Filter<Integer> {
        @Override
        public boolean test(Integer value) {
            return value % 2 != 0;
        }
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 120).hold();
        Interleavings.of(scenario, 120)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void aReservedSlotIsPassedOn() {
        holdAndBite(ReceiveAgainstReserve.class);
    }

    @Test
    void aReservedValueIsPassedOn() {
        holdAndBite(SendAgainstReserve.class);
    }

    @Test
    void aReservedSlotThatIsLeftIsPassedOn() {
        holdAndBite(LeaveSlotAgainstCancel.class);
    }

    @Test
    void aReservedValueThatIsLeftIsPassedOn() {
        holdAndBite(PutBackAgainstCancel.class);
    }

    @Test
    void aCommittedValueIsPassedOn() {
        holdAndBite(CommitAgainstCancel.class);
    }

    @Test
    void theSlotOfACommittedValueIsPassedOn() {
        holdAndBite(TakeAgainstCancel.class);
    }

    @Test
    void aPlaceOfAPriorityChannelIsPassedOn() {
        holdAndBite(ReceiveAgainstRankedCancel.class);
    }

    @Test
    void aPlaceThatWasSortedOutIsPassedOn() {
        holdAndBite(RemoveAgainstRankedCancel.class);
    }

    @Test
    void aValueOfAPriorityChannelIsPassedOn() {
        holdAndBite(RankedSendAgainstCancel.class);
    }

    @Test
    void aClearedSlotIsPassedOn() {
        holdAndBite(ClearAgainstCancel.class);
    }

    @Test
    void aReservationThatKeepsItsSlotIsFound() {
        Interleavings.of(LeaveSlotAgainstCancel.class, 200)
                .find(
                        "the second waiter was not woken",
                        Mutation.in(SendReservation.class, "close").leaveOut("release"));
    }

    @Test
    void aFilterThatKeepsThePlaceIsFound() {
        Interleavings.of(RemoveAgainstRankedCancel.class, 200)
                .find(
                        "the second waiter was not woken",
                        Mutation.in(PriorityChannel.class, "remove").leaveOut("release"));
    }
}
