// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.ZeroCopyChannel;
import java.util.concurrent.atomic.AtomicInteger;

/** Buffers that are filled and emptied in place: one at a time has a buffer; the values in them arrive as in a channel. */
final class BufferGame extends Game {
    private static final int SENDERS = 2;
    private static final int RECEIVERS = 2;
    private static final int EACH = 150;

    private final int[] sent = new int[SENDERS];
    private final Ledger ledger = new Ledger(this, SENDERS, EACH);
    private boolean clears;
    private boolean closesEarly;
    private ZeroCopyChannel<Buffer> channel;

    BufferGame(Fault fault) {
        super(fault);
    }

    /** A buffer, which knows how many use it. */
    private static final class Buffer {
        private final AtomicInteger users = new AtomicInteger();
        private int value;
        private int again;

        void enter() {
            check(users.incrementAndGet() == 1, "two have the same buffer");
        }

        void leave() {
            users.decrementAndGet();
        }
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        clears = dice.once(4);
        closesEarly = dice.once(4);
        Buffer[] buffers = new Buffer[1 + dice.below(4)];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new Buffer();
        }
        channel = local ? ZeroCopyChannel.local(buffers) : ZeroCopyChannel.of(buffers);
        Actor[] actors = new Actor[SENDERS + RECEIVERS];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = i < SENDERS ? new Sender(dice.another(), i) : new Receiver(dice.another());
        }
        return actors;
    }

    @Override
    void end() {
        Ledger.Page rest = ledger.new Page(1, false);
        ZeroCopyChannel.ReceiveSlot<Buffer> slot = new ZeroCopyChannel.ReceiveSlot<>();
        while (channel.tryReceive(slot)) {
            rest.got(slot.value().value);
            slot.receiveDone();
        }
        check(channel.isEmpty(), "a turn was lost");
        ledger.close(sent);
    }

    /** Has a buffer for a while. */
    private abstract static class User extends Actor {
        private final Yield pause = new Yield();
        boolean over;
        Buffer buffer;

        User(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        final Future<?> next() {
            if (buffer == null) {
                return begin();
            }
            if (dice.once(2)) {
                return Futures.yieldNow$in(pause);
            }
            buffer.leave();
            Buffer used = buffer;
            buffer = null;
            end(used);
            return null;
        }

        abstract Future<?> begin();

        /** The buffer of the slot that it got. */
        abstract Buffer opened();

        abstract void end(Buffer used);

        /** Gives the buffer back as it was. */
        abstract void giveBack();

        @Override
        void took() {
            if (buffer == null) {
                open();
            }
        }

        final void open() {
            buffer = opened();
            buffer.enter();
        }

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            over = true;
        }

        @Override
        void leave() {
            if (buffer != null) {
                buffer.leave();
                buffer = null;
                giveBack();
            }
        }
    }

    private final class Sender extends User {
        private final ZeroCopyChannel.Send<Buffer> send = new ZeroCopyChannel.Send<>();
        private final ZeroCopyChannel.SendSlot<Buffer> tried = new ZeroCopyChannel.SendSlot<>();
        private final int number;
        private ZeroCopyChannel.SendSlot<Buffer> slot;

        Sender(Dice dice, int number) {
            super(dice);
            this.number = number;
        }

        @Override
        boolean isDone() {
            return super.isDone() || sent[number] == EACH;
        }

        @Override
        Future<?> begin() {
            if (closesEarly && dice.once(200)) {
                channel.close();
            }
            if (dice.once(4)) {
                if (channel.trySend(tried)) {
                    slot = tried;
                    open();
                }
                return null;
            }
            slot = null;
            return channel.send$in(send);
        }

        @Override
        Buffer opened() {
            if (slot == null) {
                slot = send.get();
            }
            Buffer got = slot.value();
            got.value = ledger.value(number, sent[number]);
            return got;
        }

        @Override
        void end(Buffer used) {
            used.again = used.value;
            if (dice.once(6)) {
                slot.close();
            } else if (slot.sendDone()) {
                sent[number]++;
            } else {
                over = true;
            }
        }

        @Override
        void giveBack() {
            slot.close();
        }
    }

    private final class Receiver extends User {
        private final ZeroCopyChannel.Receive<Buffer> receive = new ZeroCopyChannel.Receive<>();
        private final ZeroCopyChannel.ReceiveSlot<Buffer> tried = new ZeroCopyChannel.ReceiveSlot<>();
        private final Ledger.Page page = ledger.new Page(1, true);
        private ZeroCopyChannel.ReceiveSlot<Buffer> slot;

        Receiver(Dice dice) {
            super(dice);
        }

        @Override
        Future<?> begin() {
            if (clears && dice.once(100)) {
                left(ledger.drop(channel.clear()));
            }
            if (dice.once(4)) {
                if (channel.tryReceive(tried)) {
                    slot = tried;
                    open();
                }
                return null;
            }
            slot = null;
            return channel.receive$in(receive);
        }

        @Override
        Buffer opened() {
            if (slot == null) {
                slot = receive.get();
            }
            return slot.value();
        }

        @Override
        void end(Buffer used) {
            check(used.again == used.value, "a buffer is there before it is filled");
            if (dice.once(6)) {
                slot.close();
            } else {
                int value = used.value;
                slot.receiveDone();
                left(page.got(value));
            }
        }

        @Override
        void giveBack() {
            slot.close();
        }

        private void left(int gone) {
            if (gone == SENDERS * EACH) {
                channel.close();
            }
        }
    }
}
