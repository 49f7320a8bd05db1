// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** Bytes and buffers, where one at a time has its turn at an end: a cancelled waiter passes the turn on. */
final class TurnInterleavingsTest {
    /** A byte is read for a writer that is cancelled. */
    static final class ReadAgainstWrite extends TwoWaiters<Future.OfInt> {
        private final Pipe pipe = Pipe.of(1);
        private final byte[] into = new byte[1];

        @Override
        protected Scenario fresh() {
            return new ReadAgainstWrite();
        }

        @Override
        protected void execute() throws Exception {
            pipe.tryWrite(new byte[] {7}, 0, 1);
            await(pipe.writeAll(new byte[] {8, 8}), pipe.write(new byte[] {9}, 0, 1));
            Thread other = start(1);
            check(pipe.tryRead(into, 0, 1) == 1 && into[0] == 7, "the byte was lost");
            other.join();
            checkSecond();
            check(second.getAsInt() == 1, "nothing was written");
            check(pipe.tryRead(into, 0, 1) == 1 && into[0] == 9 && pipe.isEmpty(), "a byte was lost or doubled");
            check(pipe.tryWrite(into, 0, 1) == 1, "the turn was lost");
        }
    }

    /** All bytes are dropped for a writer that is cancelled. */
    static final class ClearAgainstWrite extends TwoWaiters<Future.OfInt> {
        private final Pipe pipe = Pipe.of(1);
        private final byte[] into = new byte[1];

        @Override
        protected Scenario fresh() {
            return new ClearAgainstWrite();
        }

        @Override
        protected void execute() throws Exception {
            pipe.tryWrite(new byte[] {7}, 0, 1);
            await(pipe.write(new byte[] {8}, 0, 1), pipe.write(new byte[] {9}, 0, 1));
            Thread other = start(1);
            check(pipe.clear() == 1, "the byte was lost");
            other.join();
            checkSecond();
            check(second.getAsInt() == 1, "nothing was written");
            check(pipe.tryRead(into, 0, 1) == 1 && into[0] == 9 && pipe.isEmpty(), "a byte was lost or doubled");
        }
    }

    /** A pipe is filled while one that waits for it is cancelled. */
    static final class WriteAgainstFull extends TwoWaiters<Future<Void>> {
        private final Pipe pipe = Pipe.of(1);

        @Override
        protected Scenario fresh() {
            return new WriteAgainstFull();
        }

        @Override
        protected void execute() throws Exception {
            await(pipe.waitFull(), pipe.waitFull());
            Thread other = start(1);
            check(pipe.tryWrite(new byte[1], 0, 1) == 1, "an empty pipe was full");
            other.join();
            checkSecond();
        }
    }

    /** A buffer is left unfilled for a sender that is cancelled. */
    static final class LeaveBufferAgainstSend extends TwoWaiters<Future<ZeroCopyChannel.SendSlot<int[]>>> {
        private final ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1][1]);
        private final ZeroCopyChannel.SendSlot<int[]> slot = new ZeroCopyChannel.SendSlot<>();

        @Override
        protected Scenario fresh() {
            return new LeaveBufferAgainstSend();
        }

        @Override
        protected void execute() throws Exception {
            check(channel.trySend(slot), "an empty channel was full");
            await(channel.send(), channel.send());
            Thread other = start(1);
            slot.close();
            other.join();
            checkSecond();
            check(!channel.trySend(slot), "the buffer was given twice");
            check(second.take().sendDone() && channel.isFull(), "the buffer was lost");
        }
    }

    /** A buffer is emptied for a sender that is cancelled. */
    static final class ReceiveDoneAgainstSend extends TwoWaiters<Future<ZeroCopyChannel.SendSlot<int[]>>> {
        private final ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1][1]);
        private final ZeroCopyChannel.ReceiveSlot<int[]> emptied = new ZeroCopyChannel.ReceiveSlot<>();

        @Override
        protected Scenario fresh() {
            return new ReceiveDoneAgainstSend();
        }

        @Override
        protected void execute() throws Exception {
            ZeroCopyChannel.SendSlot<int[]> slot = new ZeroCopyChannel.SendSlot<>();
            check(channel.trySend(slot) && slot.sendDone() && channel.tryReceive(emptied), "there is no buffer");
            await(channel.send(), channel.send());
            Thread other = start(1);
            emptied.receiveDone();
            other.join();
            checkSecond();
            check(!channel.trySend(slot), "the buffer was given twice");
            check(second.take().sendDone() && channel.isFull(), "the buffer was lost");
        }
    }

    /** A buffer is filled for a receiver that is cancelled. */
    static final class SendDoneAgainstReceive extends TwoWaiters<Future<ZeroCopyChannel.ReceiveSlot<int[]>>> {
        private final ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1][1]);
        private final ZeroCopyChannel.SendSlot<int[]> slot = new ZeroCopyChannel.SendSlot<>();

        @Override
        protected Scenario fresh() {
            return new SendDoneAgainstReceive();
        }

        @Override
        protected void execute() throws Exception {
            check(channel.trySend(slot), "an empty channel was full");
            slot.value()[0] = 7;
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            check(slot.sendDone(), "the channel is closed");
            other.join();
            checkSecond();
            ZeroCopyChannel.ReceiveSlot<int[]> received = second.take();
            check(!channel.tryReceive(new ZeroCopyChannel.ReceiveSlot<>()), "the buffer is read twice");
            check(received.value()[0] == 7, "it was not written");
            received.receiveDone();
            check(channel.isEmpty() && channel.trySend(slot), "the buffer was lost");
        }
    }

    /** A buffer is left to the next receiver, which is cancelled. */
    static final class LeaveBufferAgainstReceive extends TwoWaiters<Future<ZeroCopyChannel.ReceiveSlot<int[]>>> {
        private final ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1][1]);
        private final ZeroCopyChannel.ReceiveSlot<int[]> left = new ZeroCopyChannel.ReceiveSlot<>();

        @Override
        protected Scenario fresh() {
            return new LeaveBufferAgainstReceive();
        }

        @Override
        protected void execute() throws Exception {
            ZeroCopyChannel.SendSlot<int[]> slot = new ZeroCopyChannel.SendSlot<>();
            check(channel.trySend(slot) && slot.sendDone() && channel.tryReceive(left), "there is no buffer");
            await(channel.receive(), channel.receive());
            Thread other = start(1);
            left.close();
            other.join();
            checkSecond();
            second.take().receiveDone();
            check(channel.isEmpty() && channel.trySend(slot), "the buffer was lost");
        }
    }

    /** Buffers are dropped while one is being filled and another one read. */
    static final class FillAgainstClear extends Scenario {
        private final ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[3][1]);
        private final ZeroCopyChannel.SendSlot<int[]> slot = new ZeroCopyChannel.SendSlot<>();
        private final ZeroCopyChannel.ReceiveSlot<int[]> reading = new ZeroCopyChannel.ReceiveSlot<>();

        @Override
        protected Scenario fresh() {
            return new FillAgainstClear();
        }

        @Override
        protected void execute() throws Exception {
            for (int i = 1; i <= 2; i++) {
                check(channel.trySend(slot), "there is no buffer");
                slot.value()[0] = i;
                slot.sendDone();
            }
            check(channel.tryReceive(reading) && channel.trySend(slot), "there is no buffer");
            Thread other = start(1);
            slot.value()[0] = 3;
            check(slot.sendDone(), "the channel is closed");
            check(reading.value()[0] == 1, "what is read was overwritten");
            other.join();
            reading.receiveDone();
            int left = channel.size();
            for (int i = 0; i < left; i++) {
                check(channel.tryReceive(reading) && reading.value()[0] == 3, "the wrong one was dropped");
                reading.receiveDone();
            }
            check(left <= 1 && channel.isEmpty(), "a buffer was lost or doubled");
        }

        @Override
        protected void execute(int thread) {
            channel.clear();
        }
    }

    private static void holdAndBite(Class<? extends Scenario> scenario) {
        Interleavings.of(scenario, 120).hold();
        Interleavings.of(scenario, 120)
                .find("", Mutation.in(SharedAccess.class, "enter").leaveOut("enter"));
    }

    @Test
    void roomIsPassedOn() {
        holdAndBite(ReadAgainstWrite.class);
    }

    @Test
    void clearedRoomIsPassedOn() {
        holdAndBite(ClearAgainstWrite.class);
    }

    @Test
    void aFullPipeIsSeen() {
        holdAndBite(WriteAgainstFull.class);
    }

    @Test
    void anUnusedBufferIsPassedOn() {
        holdAndBite(LeaveBufferAgainstSend.class);
    }

    @Test
    void anEmptiedBufferIsPassedOn() {
        holdAndBite(ReceiveDoneAgainstSend.class);
    }

    @Test
    void aFilledBufferIsPassedOn() {
        holdAndBite(SendDoneAgainstReceive.class);
    }

    @Test
    void aBufferThatIsLeftIsPassedOn() {
        holdAndBite(LeaveBufferAgainstReceive.class);
    }

    @Test
    void whatIsHeldIsNotDropped() {
        holdAndBite(FillAgainstClear.class);
    }

    @Test
    void aWriterThatKeepsItsTurnIsFound() {
        Interleavings.of(ReadAgainstWrite.class, 200)
                .find(
                        "the second waiter was not woken",
                        Mutation.in(TurnWaiter.class, "cancel").leaveOut("passOn"));
    }

    @Test
    void aBufferThatIsReadTwiceIsFound() {
        Interleavings.of(SendDoneAgainstReceive.class, 200)
                .find(
                        "the buffer is read twice",
                        Mutation.in(Turn.class, "isFree").forget("lent"));
    }
}
