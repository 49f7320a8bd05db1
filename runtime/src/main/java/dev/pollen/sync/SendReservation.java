// SPDX-License-Identifier: Apache-2.0
// forms: int, long
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * A slot of a channel for a value that is not there yet. Open until it is committed or closed; then it can be used
 * again, for {@link Channel#tryReserveSend} or by the future that gave it, so let go of one that is closed.
 *
 * <pre>{@code
 * try (var slot = await(samples.reserveSend())) { // first room, then a sample that is fresh
 *     slot.commit(await(sensor.read()));
 * }
 * }</pre>
 *
 * <p><b>Cancel safety, threading, allocation.</b> Closed by try-with-resources when the frame around it is cancelled,
 * and then its slot is free for the next sender. It is used by one task at a time, and built in the frame where its
 * future is awaited directly.
 *
 * <p><b>Errors.</b> {@link IllegalStateException} where it is not open; a commit to a channel that was closed
 * meanwhile says false.
 *
 * @param <T> the type of the value
 */
public final class SendReservation<T> extends Holding<Channel<T>, SendReservation<T>> implements AutoCloseable {
    /** A reservation that is closed. */
    public SendReservation() {}

    /**
     * Sends a value into the slot.
     *
     * @param t the value
     * @return whether it was sent; false if the channel was closed meanwhile
     * @throws IllegalStateException if the reservation is not open
     * @throws NullPointerException if the value is null
     */
    public boolean commit(T t) {
        return commit(Channel.notNull(t), 0);
    }

    boolean commit(T value, long rank) {
        Channel<T> to = Reservations.checkOpen(of);
        Waker receiver;
        boolean ended;
        to.access.enter();
        try {
            of = null;
            ended = to.slots.isEnded();
            receiver = ended ? to.slots.release() : to.deliver(value, rank);
        } finally {
            to.access.exit();
        }
        Waiter.wake(receiver);
        return !ended;
    }

    /** Gives the slot back; does nothing after {@link #commit}. */
    @Override
    public void close() {
        Channel<T> to = of;
        if (to == null) {
            return;
        }
        Waker sender;
        to.access.enter();
        try {
            of = null;
            sender = to.slots.release();
        } finally {
            to.access.exit();
        }
        Waiter.wake(sender);
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
    SendReservation<T> another() {
        return new SendReservation<>();
    }

    /**
     * The future of {@link Channel#reserveSend}, and its slot.
     *
     * @param <T> the type of the values
     */
    public static final class Reserve<T> extends PermitWaiter implements Future<SendReservation<T>> {
        private final SendReservation<T> reservations = new SendReservation<>();
        private @Nullable Channel<T> channel;
        private @Nullable SendReservation<T> reservation;

        /** An empty slot. */
        public Reserve() {}

        void place(Channel<T> to) {
            placed();
            channel = to;
            reservation = Holding.closedOf(reservations);
        }

        @Override
        @Nullable
        Permits permits() {
            Channel<T> to = channel;
            return to == null ? null : to.slots;
        }

        @Override
        public SendReservation<T> get() {
            checkDone();
            return reservation;
        }

        @Override
        @Nullable
        Waker complete() {
            if (channel.slots.isEnded()) {
                end(FAILED);
                return channel.slots.release();
            }
            end(DONE);
            reservation.of = channel;
            return null;
        }

        @Override
        void letGo() {
            channel = null;
        }

        @Override
        String name() {
            return "Channel.reserveSend()";
        }

        @Override
        @Nullable
        String wanted() {
            Channel<T> to = channel;
            return to == null ? null : to.access.titled().concat(" full");
        }
    }
}
