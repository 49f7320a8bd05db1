// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.Channel;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.IntChannel;
import dev.pollen.sync.LongChannel;
import dev.pollen.sync.PriorityChannel;
import java.util.function.Supplier;

/**
 * Channels of each form: values are sent and received, reserved and put back, until all are received or the channel is closed
 * somewhere in the middle.
 */
final class ChannelGame extends Game {
    /** The forms of a channel. */
    enum Form {
        OBJECTS,
        RANKS,
        INTS,
        LONGS
    }

    private static final int SENDERS = 3;
    private static final int RECEIVERS = 3;
    private static final int EACH = 200;

    private final Form form;
    private final int[] sent = new int[SENDERS];
    private final Ledger ledger = new Ledger(this, SENDERS, EACH);
    private Port port;
    private int ranks;
    private boolean putsBack;
    private boolean clears;
    private boolean closesEarly;

    ChannelGame(Form form, Fault fault) {
        super(fault);
        this.form = form;
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        putsBack = dice.once(3);
        clears = dice.once(4);
        closesEarly = dice.once(4);
        ranks = form == Form.RANKS ? Port.RANKS : 1;
        Supplier<Port> ports = ports(1 + dice.below(4), local);
        port = ports.get();
        Actor[] actors = new Actor[SENDERS + RECEIVERS];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = i < SENDERS
                    ? new Sender(dice.another(), ports.get(), i)
                    : new Receiver(dice.another(), ports.get(), ledger.new Page(ranks, !putsBack));
        }
        return actors;
    }

    private Supplier<Port> ports(int capacity, boolean local) {
        switch (form) {
            case RANKS:
                PriorityChannel<Integer> ranked =
                        local ? PriorityChannel.local(capacity) : PriorityChannel.of(capacity);
                return () -> new Port.OfObjects(ranked);
            case INTS:
                IntChannel ints = local ? IntChannel.local(capacity) : IntChannel.of(capacity);
                return () -> new Port.OfInts(ints);
            case LONGS:
                LongChannel longs = local ? LongChannel.local(capacity) : LongChannel.of(capacity);
                return () -> new Port.OfLongs(longs);
            default:
                Channel<Integer> channel = local ? Channel.local(capacity) : Channel.of(capacity);
                return () -> new Port.OfObjects(channel);
        }
    }

    @Override
    void end() {
        Ledger.Page rest = ledger.new Page(ranks, false);
        for (int value = port.tryReceive(); value >= 0; value = port.tryReceive()) {
            rest.got(value);
        }
        ledger.close(sent);
        check(port.free() == port.capacity(), "a slot was lost");
    }

    /** What senders and receivers have in common: a future that reserves, and time until it is used. */
    private abstract static class End extends Actor {
        final Port port;
        private final Yield pause = new Yield();
        boolean over;
        boolean reserves;
        private boolean reserved;
        private boolean pauses;

        End(Dice dice, Port port) {
            super(dice);
            this.port = port;
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        final Future<?> next() {
            pauses = reserved && dice.once(2);
            if (pauses) {
                return Futures.yieldNow$in(pause);
            }
            if (release()) {
                use();
                return null;
            }
            return begin();
        }

        abstract Future<?> begin();

        /** Ends what is reserved. */
        abstract void use();

        @Override
        final void took() {
            if (pauses) {
                return;
            }
            if (reserves) {
                reserved = true;
            } else {
                passed();
            }
        }

        abstract void passed();

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            over = true;
        }

        /** Whether something was reserved; from now on it is not. */
        final boolean release() {
            boolean was = reserved;
            reserved = false;
            return was;
        }

        @Override
        void leave() {
            if (release()) {
                port.leave();
            }
        }
    }

    private final class Sender extends End {
        private final int number;

        Sender(Dice dice, Port port, int number) {
            super(dice, port);
            this.number = number;
        }

        @Override
        boolean isDone() {
            return super.isDone() || sent[number] == EACH;
        }

        private int value() {
            return ledger.value(number, sent[number]);
        }

        @Override
        Future<?> begin() {
            if (closesEarly && dice.once(300)) {
                port.close();
            }
            reserves = dice.once(4);
            if (reserves) {
                return port.reserveSend();
            }
            if (dice.once(4)) {
                if (port.trySend(value())) {
                    sent[number]++;
                }
                return null;
            }
            return port.send(value());
        }

        @Override
        void passed() {
            sent[number]++;
        }

        @Override
        void use() {
            if (dice.once(4)) {
                port.leave();
            } else if (port.commit(value())) {
                sent[number]++;
            } else {
                over = true;
            }
        }
    }

    private final class Receiver extends End {
        private final Ledger.Page page;

        Receiver(Dice dice, Port port, Ledger.Page page) {
            super(dice, port);
            this.page = page;
        }

        @Override
        Future<?> begin() {
            if (clears && dice.once(100)) {
                left(ledger.drop(port.clear()));
            }
            reserves = dice.once(4);
            if (reserves) {
                return port.reserveReceive();
            }
            if (dice.once(4)) {
                int value = port.tryReceive();
                if (value >= 0) {
                    left(page.got(value));
                }
                return null;
            }
            return port.receive();
        }

        @Override
        void passed() {
            left(page.got(port.received()));
        }

        @Override
        void use() {
            if (putsBack && dice.once(2)) {
                port.leave();
            } else {
                left(page.got(port.takeLent()));
            }
        }

        @Override
        void leave() {
            // What is put back comes again, out of order for whoever has taken the next one.
            if (putsBack) {
                super.leave();
            } else if (release()) {
                use();
            }
        }

        private void left(int gone) {
            if (gone == SENDERS * EACH) {
                port.close();
            }
        }
    }
}
