// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.sync.Channel;
import dev.pollen.sync.IntChannel;
import dev.pollen.sync.IntReceiveReservation;
import dev.pollen.sync.IntSendReservation;
import dev.pollen.sync.LongChannel;
import dev.pollen.sync.LongReceiveReservation;
import dev.pollen.sync.LongSendReservation;
import dev.pollen.sync.PriorityChannel;
import dev.pollen.sync.ReceiveReservation;
import dev.pollen.sync.SendReservation;

/** One actor's way into a channel of some form, with slots of its own. */
abstract class Port {
    /** How many ranks there are. */
    static final int RANKS = 3;

    abstract Future<?> send(int value);

    abstract Future<?> receive();

    /** What was received. */
    abstract int received();

    abstract boolean trySend(int value);

    /** What was received; -1 if there is nothing. */
    abstract int tryReceive();

    abstract Future<?> reserveSend();

    abstract boolean commit(int value);

    abstract Future<?> reserveReceive();

    /** What was lent, and is taken. */
    abstract int takeLent();

    /** Gives back what is reserved and lent. */
    abstract void leave();

    abstract int clear();

    abstract void close();

    abstract int free();

    abstract int capacity();

    /** For objects, with ranks or without. */
    static final class OfObjects extends Port {
        private final Channel.Receive<Integer> receive = new Channel.Receive<>();
        private final Channel.Send<Integer> send = new Channel.Send<>();
        private final PriorityChannel.RankedSend<Integer> ranked = new PriorityChannel.RankedSend<>();
        private final SendReservation.Reserve<Integer> reserve = new SendReservation.Reserve<>();
        private final ReceiveReservation.Reserve<Integer> lend = new ReceiveReservation.Reserve<>();
        private final Channel<Integer> channel;
        private final PriorityChannel<Integer> priorities;
        private SendReservation<Integer> reserved;
        private ReceiveReservation<Integer> lent;
        private boolean reserving;

        OfObjects(Channel<Integer> channel) {
            this.channel = channel;
            priorities = null;
        }

        OfObjects(PriorityChannel<Integer> channel) {
            this.channel = channel;
            priorities = channel;
        }

        @Override
        Future<?> send(int value) {
            Integer sent = Values.of(value);
            return priorities == null ? channel.send$in(sent, send) : priorities.send$in(sent, value % RANKS, ranked);
        }

        @Override
        Future<?> receive() {
            return channel.receive$in(receive);
        }

        @Override
        int received() {
            return receive.take();
        }

        @Override
        boolean trySend(int value) {
            Integer sent = Values.of(value);
            return priorities == null ? channel.trySend(sent) : priorities.trySend(sent, value % RANKS);
        }

        @Override
        int tryReceive() {
            Integer value = channel.tryReceive();
            return value == null ? -1 : value;
        }

        @Override
        Future<?> reserveSend() {
            reserving = true;
            return channel.reserveSend$in(reserve);
        }

        @Override
        boolean commit(int value) {
            reserved = reserve.get();
            Integer sent = Values.of(value);
            return priorities == null ? reserved.commit(sent) : priorities.commit(reserved, sent, value % RANKS);
        }

        @Override
        Future<?> reserveReceive() {
            reserving = false;
            return channel.reserveReceive$in(lend);
        }

        @Override
        int takeLent() {
            lent = lend.get();
            return lent.commit();
        }

        @Override
        void leave() {
            if (reserving) {
                reserve.get().close();
            } else {
                lend.get().close();
            }
        }

        @Override
        int clear() {
            return channel.clear();
        }

        @Override
        void close() {
            channel.close();
        }

        @Override
        int free() {
            return channel.freeCapacity();
        }

        @Override
        int capacity() {
            return channel.capacity();
        }
    }

    /** For numbers. */
    static final class OfInts extends Port {
        private final IntChannel.Receive receive = new IntChannel.Receive();
        private final IntChannel.Send send = new IntChannel.Send();
        private final IntSendReservation.Reserve reserve = new IntSendReservation.Reserve();
        private final IntReceiveReservation.Reserve lend = new IntReceiveReservation.Reserve();
        private final IntChannel channel;
        private IntSendReservation reserved;
        private IntReceiveReservation lent;
        private boolean reserving;

        OfInts(IntChannel channel) {
            this.channel = channel;
        }

        @Override
        Future<?> send(int value) {
            return channel.send$in(value, send);
        }

        @Override
        Future<?> receive() {
            return channel.receive$in(receive);
        }

        @Override
        int received() {
            return receive.getAsInt();
        }

        @Override
        boolean trySend(int value) {
            return channel.trySend(value);
        }

        @Override
        int tryReceive() {
            return channel.tryReceiveOr(-1);
        }

        @Override
        Future<?> reserveSend() {
            reserving = true;
            return channel.reserveSend$in(reserve);
        }

        @Override
        boolean commit(int value) {
            reserved = reserve.get();
            return reserved.commit(value);
        }

        @Override
        Future<?> reserveReceive() {
            reserving = false;
            return channel.reserveReceive$in(lend);
        }

        @Override
        int takeLent() {
            lent = lend.get();
            return lent.commit();
        }

        @Override
        void leave() {
            if (reserving) {
                reserve.get().close();
            } else {
                lend.get().close();
            }
        }

        @Override
        int clear() {
            return channel.clear();
        }

        @Override
        void close() {
            channel.close();
        }

        @Override
        int free() {
            return channel.freeCapacity();
        }

        @Override
        int capacity() {
            return channel.capacity();
        }
    }

    /** For numbers. */
    static final class OfLongs extends Port {
        private final LongChannel.Receive receive = new LongChannel.Receive();
        private final LongChannel.Send send = new LongChannel.Send();
        private final LongSendReservation.Reserve reserve = new LongSendReservation.Reserve();
        private final LongReceiveReservation.Reserve lend = new LongReceiveReservation.Reserve();
        private final LongChannel channel;
        private LongSendReservation reserved;
        private LongReceiveReservation lent;
        private boolean reserving;

        OfLongs(LongChannel channel) {
            this.channel = channel;
        }

        @Override
        Future<?> send(int value) {
            return channel.send$in(value, send);
        }

        @Override
        Future<?> receive() {
            return channel.receive$in(receive);
        }

        @Override
        int received() {
            return (int) receive.getAsLong();
        }

        @Override
        boolean trySend(int value) {
            return channel.trySend(value);
        }

        @Override
        int tryReceive() {
            return (int) channel.tryReceiveOr(-1);
        }

        @Override
        Future<?> reserveSend() {
            reserving = true;
            return channel.reserveSend$in(reserve);
        }

        @Override
        boolean commit(int value) {
            reserved = reserve.get();
            return reserved.commit(value);
        }

        @Override
        Future<?> reserveReceive() {
            reserving = false;
            return channel.reserveReceive$in(lend);
        }

        @Override
        int takeLent() {
            lent = lend.get();
            return (int) lent.commit();
        }

        @Override
        void leave() {
            if (reserving) {
                reserve.get().close();
            } else {
                lend.get().close();
            }
        }

        @Override
        int clear() {
            return channel.clear();
        }

        @Override
        void close() {
            channel.close();
        }

        @Override
        int free() {
            return channel.freeCapacity();
        }

        @Override
        int capacity() {
            return channel.capacity();
        }
    }
}
