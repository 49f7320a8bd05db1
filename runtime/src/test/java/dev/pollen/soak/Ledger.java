// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What senders have sent and receivers have received: each value at most once, those of one sender in order for each of the
 * receivers; and none is lost but for those that somebody has dropped.
 */
final class Ledger {
    private final AtomicIntegerArray seen;
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final int perSender;
    private final Game game;

    /**
     * A ledger.
     *
     * @param perSender how many values each sender may send: sender s has those from s * perSender on
     */
    Ledger(Game game, int senders, int perSender) {
        this.game = game;
        this.perSender = perSender;
        seen = new AtomicIntegerArray(senders * perSender);
    }

    int value(int sender, int number) {
        return sender * perSender + number;
    }

    /** What one receiver has seen. */
    final class Page {
        private final int[] next;
        private final int ranks;
        private final boolean ordered;
        private int held = -1;

        /**
         * A page.
         *
         * @param ranks values of a sender keep their order among those whose number has the same rest by this
         */
        Page(int ranks, boolean ordered) {
            this.ranks = ranks;
            this.ordered = ordered;
            next = new int[seen.length() / perSender * ranks];
        }

        /** A value was received; says how many have left. */
        int got(int value) {
            if (!game.plants(Fault.LOST)) {
                count(value);
            }
            return gone.incrementAndGet();
        }

        private void count(int value) {
            if (game.plants(Fault.REORDERED)) {
                held = value;
                return;
            }
            write(value);
            if (held >= 0 && line(held) == line(value)) {
                write(held);
                held = -1;
            }
            if (game.plants(Fault.DOUBLED)) {
                write(value);
            }
        }

        private int line(int value) {
            return value / perSender * ranks + value % perSender % ranks;
        }

        private void write(int value) {
            Game.check(seen.incrementAndGet(value) == 1, "a value was doubled");
            int line = line(value);
            Game.check(!ordered || value >= next[line], "a value has overtaken another one");
            next[line] = value + 1;
        }
    }

    /** Some values were dropped; says how many have left. */
    int drop(int some) {
        dropped.addAndGet(some);
        return gone.addAndGet(some);
    }

    /**
     * All have ended.
     *
     * @param sent how many values each sender has sent
     */
    void close(int... sent) {
        int lost = 0;
        for (int sender = 0; sender < sent.length; sender++) {
            for (int i = 0; i < perSender; i++) {
                int times = seen.get(value(sender, i));
                Game.check(times == 0 || i < sent[sender], "a value came that was not sent");
                lost += i < sent[sender] && times == 0 ? 1 : 0;
            }
        }
        Game.check(lost <= dropped.get(), "a value was lost");
        Game.check(lost >= dropped.get(), "a value that was dropped came");
    }
}
