// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** A channel of small numbers, whichever class it is of: what holds for one form has to hold for each. */
public interface ChannelForm {
    /** Makes a channel of some capacity. */
    interface Factory {
        ChannelForm make(int capacity);
    }

    /** A reserved slot. */
    interface Reservation {
        boolean commit(int value);

        void close();
    }

    /** Channels of objects, ints and longs, between threads and of one executor. */
    @SuppressWarnings("exports") // for tests of this module alone
    static Stream<Named<Factory>> all() {
        return Stream.of(
                Named.of("Channel.of", c -> new OfObjects(Channel.of(c))),
                Named.of("Channel.local", c -> new OfObjects(Channel.local(c))),
                Named.of("PriorityChannel.of", c -> new OfObjects(PriorityChannel.of(c))),
                Named.of("IntChannel.of", c -> new OfInts(IntChannel.of(c))),
                Named.of("IntChannel.local", c -> new OfInts(IntChannel.local(c))),
                Named.of("LongChannel.of", c -> new OfLongs(LongChannel.of(c))),
                Named.of("LongChannel.local", c -> new OfLongs(LongChannel.local(c))));
    }

    boolean trySend(int value);

    /** -1 if there is none. */
    int tryReceive();

    /** -1 if there is none. */
    int tryPeek();

    Future<Void> send(int value);

    Future<?> receive();

    Future<?> reserveSend();

    Future<?> reserveReceive();

    /** What {@link #reserveSend} gave. */
    Reservation reservation(Object given);

    /** Null if no slot is free. */
    Reservation tryReserveSend();

    int size();

    int freeCapacity();

    int clear();

    boolean isClosed();

    void close();

    /** Of objects. */
    record OfObjects(Channel<Integer> channel) implements ChannelForm {
        @Override
        public boolean trySend(int value) {
            return channel.trySend(value);
        }

        @Override
        public int tryReceive() {
            return channel.tryReceiveOr(-1);
        }

        @Override
        public int tryPeek() {
            return channel.tryPeekOr(-1);
        }

        @Override
        public Future<Void> send(int value) {
            return channel.send(value);
        }

        @Override
        public Future<?> receive() {
            return channel.receive();
        }

        @Override
        public Future<?> reserveSend() {
            return channel.reserveSend();
        }

        @Override
        public Future<?> reserveReceive() {
            return channel.reserveReceive();
        }

        @Override
        @SuppressWarnings("unchecked") // the channel's own
        public Reservation reservation(Object given) {
            return reservation((SendReservation<Integer>) given);
        }

        @Override
        public Reservation tryReserveSend() {
            SendReservation<Integer> reservation = new SendReservation<>();
            return channel.tryReserveSend(reservation) ? reservation(reservation) : null;
        }

        private static Reservation reservation(SendReservation<Integer> given) {
            return new Reservation() {
                @Override
                public boolean commit(int value) {
                    return given.commit(value);
                }

                @Override
                public void close() {
                    given.close();
                }
            };
        }

        @Override
        public int size() {
            return channel.size();
        }

        @Override
        public int freeCapacity() {
            return channel.freeCapacity();
        }

        @Override
        public int clear() {
            return channel.clear();
        }

        @Override
        public boolean isClosed() {
            return channel.isClosed();
        }

        @Override
        public void close() {
            channel.close();
        }
    }

    /** Of ints. */
    record OfInts(IntChannel channel) implements ChannelForm {
        @Override
        public boolean trySend(int value) {
            return channel.trySend(value);
        }

        @Override
        public int tryReceive() {
            return channel.tryReceiveOr(-1);
        }

        @Override
        public int tryPeek() {
            return channel.tryPeekOr(-1);
        }

        @Override
        public Future<Void> send(int value) {
            return channel.send(value);
        }

        @Override
        public Future<?> receive() {
            return channel.receive();
        }

        @Override
        public Future<?> reserveSend() {
            return channel.reserveSend();
        }

        @Override
        public Future<?> reserveReceive() {
            return channel.reserveReceive();
        }

        @Override
        public Reservation reservation(Object given) {
            return reservation((IntSendReservation) given);
        }

        @Override
        public Reservation tryReserveSend() {
            IntSendReservation reservation = new IntSendReservation();
            return channel.tryReserveSend(reservation) ? reservation(reservation) : null;
        }

        private static Reservation reservation(IntSendReservation given) {
            return new Reservation() {
                @Override
                public boolean commit(int value) {
                    return given.commit(value);
                }

                @Override
                public void close() {
                    given.close();
                }
            };
        }

        @Override
        public int size() {
            return channel.size();
        }

        @Override
        public int freeCapacity() {
            return channel.freeCapacity();
        }

        @Override
        public int clear() {
            return channel.clear();
        }

        @Override
        public boolean isClosed() {
            return channel.isClosed();
        }

        @Override
        public void close() {
            channel.close();
        }
    }

    /** Of longs. */
    record OfLongs(LongChannel channel) implements ChannelForm {
        @Override
        public boolean trySend(int value) {
            return channel.trySend(value);
        }

        @Override
        public int tryReceive() {
            return (int) channel.tryReceiveOr(-1);
        }

        @Override
        public int tryPeek() {
            return (int) channel.tryPeekOr(-1);
        }

        @Override
        public Future<Void> send(int value) {
            return channel.send(value);
        }

        @Override
        public Future<?> receive() {
            return channel.receive();
        }

        @Override
        public Future<?> reserveSend() {
            return channel.reserveSend();
        }

        @Override
        public Future<?> reserveReceive() {
            return channel.reserveReceive();
        }

        @Override
        public Reservation reservation(Object given) {
            return reservation((LongSendReservation) given);
        }

        @Override
        public Reservation tryReserveSend() {
            LongSendReservation reservation = new LongSendReservation();
            return channel.tryReserveSend(reservation) ? reservation(reservation) : null;
        }

        private static Reservation reservation(LongSendReservation given) {
            return new Reservation() {
                @Override
                public boolean commit(int value) {
                    return given.commit(value);
                }

                @Override
                public void close() {
                    given.close();
                }
            };
        }

        @Override
        public int size() {
            return channel.size();
        }

        @Override
        public int freeCapacity() {
            return channel.freeCapacity();
        }

        @Override
        public int clear() {
            return channel.clear();
        }

        @Override
        public boolean isClosed() {
            return channel.isClosed();
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
