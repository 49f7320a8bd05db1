// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * A value of a channel that is not received yet. Open until it is committed or closed; then it can be used again, for
 * {@link Channel#tryReserveReceive} or by the future that gave it, so let go of one that is closed.
 *
 * <pre>{@code
 * try (var sample = await(samples.reserveReceive())) {
 *     await(radio.send(sample.value())); // where this fails or is cancelled, the sample goes back to its place
 *     sample.commit();
 * }
 * }</pre>
 *
 * <p><b>Cancel safety, threading, allocation.</b> Closed by try-with-resources when the frame around it is cancelled,
 * and then its value is back in its place. It is used by one task at a time, and built in the frame where its future
 * is awaited directly.
 *
 * <p><b>Errors.</b> {@link IllegalStateException} where it is not open.
 *
 * @param <T> the type of the value
 */
public final class ReceiveReservation<T> extends Holding<Channel<T>, ReceiveReservation<T>> implements AutoCloseable {
    private @Nullable T value;
    private long rank;
    private int number;

    /** A reservation that is closed. */
    public ReceiveReservation() {}

    /** Takes a value that was promised to it; inside of the access. */
    void open(Channel<T> from) {
        rank = from.store.firstRank();
        number = from.store.firstNumber();
        value = from.store.removeFirst();
        of = from;
    }

    /**
     * The value.
     *
     * @return the value
     * @throws IllegalStateException if the reservation is not open
     */
    public T value() {
        Reservations.checkOpen(of);
        return value;
    }

    /**
     * Receives the value; its slot is free then.
     *
     * @return the value
     * @throws IllegalStateException if the reservation is not open
     */
    public T commit() {
        Channel<T> from = Reservations.checkOpen(of);
        T received = value;
        Waker sender;
        from.access.enter();
        try {
            of = null;
            sender = from.slots.release();
        } finally {
            from.access.exit();
        }
        value = null; // for the collector
        Waiter.wake(sender);
        return received;
    }

    /** Gives the value back to its place in the queue; does nothing after {@link #commit}. */
    @Override
    public void close() {
        Channel<T> from = of;
        if (from == null) {
            return;
        }
        Waker receiver;
        from.access.enter();
        try {
            of = null;
            from.store.putBack(value, rank, number);
            receiver = from.values.release();
        } finally {
            from.access.exit();
        }
        value = null; // for the collector
        Waiter.wake(receiver);
    }

    /**
     * Whether it can be committed.
     *
     * @return false after {@link #commit} and {@link #close}
     */
    public boolean isOpen() {
        return of != null;
    }

    @Override
    ReceiveReservation<T> another() {
        return new ReceiveReservation<>();
    }

    /**
     * The future of {@link Channel#reserveReceive}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Reserve<T> extends PermitWaiter implements Future<ReceiveReservation<T>> {
        private final ReceiveReservation<T> reservations = new ReceiveReservation<>();
        private @Nullable Channel<T> channel;
        private @Nullable ReceiveReservation<T> reservation;

        /** An empty slot. */
        public Reserve() {}

        void place(Channel<T> from) {
            placed();
            channel = from;
            reservation = Holding.closedOf(reservations);
        }

        @Override
        @Nullable
        Permits permits() {
            Channel<T> from = channel;
            return from == null ? null : from.values;
        }

        @Override
        public ReceiveReservation<T> get() {
            checkDone();
            return reservation;
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            reservation.open(channel);
            return null;
        }

        @Override
        void letGo() {
            channel = null;
        }

        @Override
        String name() {
            return "Channel.reserveReceive()";
        }

        @Override
        @Nullable
        String wanted() {
            Channel<T> from = channel;
            return from == null ? null : from.access.titled().concat(" empty");
        }
    }
}
