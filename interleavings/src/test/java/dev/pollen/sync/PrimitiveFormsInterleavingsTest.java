// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** The forms for numbers, which are made from the same sources: as what carries objects. */
final class PrimitiveFormsInterleavingsTest {
    /** A value is sent to a receiver that is cancelled. */
    static final class IntSendAgainstCancel extends TwoWaiters<Future.OfInt> {
        private final IntChannel channel = IntChannel.of(1);

        @Override
        protected Scenario fresh() {
            return new IntSendAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            check(channel.trySend(7), "an empty channel was full");
            other.join();
            checkSecond();
            check(second.getAsInt() == 7 && channel.tryReceiveOr(0) == 0, "the value was lost or doubled");
            check(channel.trySend(8) && !channel.trySend(9), "a place was lost");
        }
    }

    /** A reserved value is put back for a receiver that is cancelled. */
    static final class IntReserveAgainstCancel extends TwoWaiters<Future.OfInt> {
        private final IntChannel channel = IntChannel.of(1);
        private final IntReceiveReservation lent = new IntReceiveReservation();
        private final IntSendReservation reserved = new IntSendReservation();

        @Override
        protected Scenario fresh() {
            return new IntReserveAgainstCancel();
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
            check(second.getAsInt() == 7 && channel.tryReceiveOr(0) == 0, "the value was lost or doubled");
            check(channel.tryReserveSend(reserved) && reserved.commit(8), "a place was lost");
        }
    }

    /** A value is signalled to a taker that is cancelled. */
    static final class IntSignalAgainstCancel extends TwoWaiters<Future.OfInt> {
        private final IntSignal signal = IntSignal.of();

        @Override
        protected Scenario fresh() {
            return new IntSignalAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(signal.take(), signal.take());
            Thread other = start(1);
            signal.signal(7);
            other.join();
            checkSecond();
            check(second.getAsInt() == 7 && signal.tryTakeOr(0) == 0, "the value was lost or doubled");
        }
    }

    /** A value is set while one of the watch's receivers is cancelled. */
    static final class IntChangeAgainstCancel extends TwoWaiters<Future.OfInt> {
        private final IntWatch watch = IntWatch.of();
        private final IntWatchReceiver leaves = watch.receiver();

        @Override
        protected Scenario fresh() {
            return new IntChangeAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(leaves.changed(), watch.receiver().changed());
            Thread other = start(1);
            check(watch.send(7), "the watch is closed");
            other.join();
            checkSecond();
            check(second.getAsInt() == 7 && leaves.tryChangedOr(0) == 7, "the value was lost");
        }
    }

    /** A value is sent to a receiver that is cancelled. */
    static final class LongSendAgainstCancel extends TwoWaiters<Future.OfLong> {
        private final LongChannel channel = LongChannel.of(1);

        @Override
        protected Scenario fresh() {
            return new LongSendAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            check(channel.trySend(7), "an empty channel was full");
            other.join();
            checkSecond();
            check(second.getAsLong() == 7 && channel.tryReceiveOr(0) == 0, "the value was lost or doubled");
            check(channel.trySend(8) && !channel.trySend(9), "a place was lost");
        }
    }

    /** A reserved value is put back for a receiver that is cancelled. */
    static final class LongReserveAgainstCancel extends TwoWaiters<Future.OfLong> {
        private final LongChannel channel = LongChannel.of(1);
        private final LongReceiveReservation lent = new LongReceiveReservation();
        private final LongSendReservation reserved = new LongSendReservation();

        @Override
        protected Scenario fresh() {
            return new LongReserveAgainstCancel();
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
            check(second.getAsLong() == 7 && channel.tryReceiveOr(0) == 0, "the value was lost or doubled");
            check(channel.tryReserveSend(reserved) && reserved.commit(8), "a place was lost");
        }
    }

    /** A value is signalled to a taker that is cancelled. */
    static final class LongSignalAgainstCancel extends TwoWaiters<Future.OfLong> {
        private final LongSignal signal = LongSignal.of();

        @Override
        protected Scenario fresh() {
            return new LongSignalAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(signal.take(), signal.take());
            Thread other = start(1);
            signal.signal(7);
            other.join();
            checkSecond();
            check(second.getAsLong() == 7 && signal.tryTakeOr(0) == 0, "the value was lost or doubled");
        }
    }

    /** A value is set while one of the watch's receivers is cancelled. */
    static final class LongChangeAgainstCancel extends TwoWaiters<Future.OfLong> {
        private final LongWatch watch = LongWatch.of();
        private final LongWatchReceiver leaves = watch.receiver();

        @Override
        protected Scenario fresh() {
            return new LongChangeAgainstCancel();
        }

        @Override
        protected void execute() throws Exception {
            await(leaves.changed(), watch.receiver().changed());
            Thread other = start(1);
            check(watch.send(7), "the watch is closed");
            other.join();
            checkSecond();
            check(second.getAsLong() == 7 && leaves.tryChangedOr(0) == 7, "the value was lost");
        }
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 60).hold();
        Interleavings.of(scenario, 60)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void aIntIsPassedOn() {
        holdAndBite(IntSendAgainstCancel.class);
    }

    @Test
    void aReservedIntIsPassedOn() {
        holdAndBite(IntReserveAgainstCancel.class);
    }

    @Test
    void aSignalledIntIsPassedOn() {
        holdAndBite(IntSignalAgainstCancel.class);
    }

    @Test
    void aChangedIntIsSeen() {
        holdAndBite(IntChangeAgainstCancel.class);
    }

    @Test
    void aLongIsPassedOn() {
        holdAndBite(LongSendAgainstCancel.class);
    }

    @Test
    void aReservedLongIsPassedOn() {
        holdAndBite(LongReserveAgainstCancel.class);
    }

    @Test
    void aSignalledLongIsPassedOn() {
        holdAndBite(LongSignalAgainstCancel.class);
    }

    @Test
    void aChangedLongIsSeen() {
        holdAndBite(LongChangeAgainstCancel.class);
    }
}
