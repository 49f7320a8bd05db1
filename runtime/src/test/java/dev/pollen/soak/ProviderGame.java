// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.BroadcastValueProvider;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.ProvidedValue;
import dev.pollen.sync.ValueListProvider;
import dev.pollen.sync.ValueProvider;
import java.util.concurrent.atomic.AtomicInteger;

/** Values for those who ask: each gets newer ones after older ones; where a value is for one of them, no other has it. */
final class ProviderGame extends Game {
    /** For whom a value is. */
    enum Form {
        ONE,
        ALL,
        FIRST,
        MATCHING
    }

    private static final int EACH = 60;
    private static final int MOST = Values.COUNT - 1;

    private final AtomicInteger[] given = new AtomicInteger[Values.COUNT];
    private final AtomicInteger over = new AtomicInteger();
    private final Form form;
    private int askers;
    private ValueProvider<Integer> provider;
    private BroadcastValueProvider<Integer> broadcast;
    private ValueListProvider<Integer, Integer> list;

    ProviderGame(Form form, Fault fault) {
        super(fault);
        this.form = form;
        for (int i = 0; i < given.length; i++) {
            given[i] = new AtomicInteger();
        }
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        askers = form == Form.ONE ? 1 : 3;
        provider = local ? ValueProvider.local() : ValueProvider.of();
        broadcast = local ? BroadcastValueProvider.local() : BroadcastValueProvider.of();
        list = local ? ValueListProvider.local() : ValueListProvider.of();
        Actor[] actors = new Actor[askers + 1];
        for (int i = 0; i < askers; i++) {
            actors[i] = new Asker(dice.another(), i);
        }
        actors[askers] = new Resolver(dice.another());
        return actors;
    }

    @Override
    void end() {
        check(!provider.hasFuture() && !broadcast.hasFuture() && list.isEmpty(), "somebody still waits");
    }

    private final class Resolver extends Actor {
        private final ValueListProvider.Match<Integer> match = this::fits;
        private final Yield pause = new Yield();
        private int next;
        private int wanted;

        Resolver(Dice dice) {
            super(dice);
        }

        private boolean fits(Integer asker) {
            return asker == wanted;
        }

        @Override
        boolean isDone() {
            return over.get() == askers;
        }

        @Override
        Future<?> next() {
            Integer value = Values.of(Math.min(next, MOST));
            boolean resolved;
            switch (form) {
                case ONE:
                    resolved = provider.resolve(value);
                    break;
                case ALL:
                    resolved = broadcast.resolve(value) != 0;
                    break;
                case FIRST:
                    resolved = list.resolveFirst(value);
                    break;
                default:
                    wanted = dice.below(askers);
                    resolved = list.resolveFirstMatching(match, value);
            }
            if (dice.once(20)) {
                refuse();
            }
            if (resolved) {
                next++;
                check(next < MOST, "values go nowhere");
            }
            return Futures.yieldNow$in(pause);
        }

        private void refuse() {
            provider.cancel();
            broadcast.cancel();
            list.cancel();
        }

        @Override
        void took() {}
    }

    private final class Asker extends Actor {
        private final ProvidedValue<Integer> value = new ProvidedValue<>();
        private final Integer number;
        private int last = -1;
        private int left = EACH;

        Asker(Dice dice, int number) {
            super(dice);
            this.number = number;
        }

        @Override
        boolean isDone() {
            return left == 0;
        }

        @Override
        Future<?> next() {
            switch (form) {
                case ONE:
                    return provider.get$in(value);
                case ALL:
                    return broadcast.get$in(value);
                default:
                    return list.get$in(number, value);
            }
        }

        @Override
        void took() {
            int got = value.take();
            saw(got);
            if (plants(Fault.DOUBLED)) {
                saw(got);
            }
            if (got > 0 && plants(Fault.REORDERED)) {
                saw(got - 1);
            }
            if (--left == 0) {
                over.incrementAndGet();
            }
        }

        private void saw(int got) {
            // The first in line that is given up may leave a value to one that has got a newer one.
            check(got > last || form == Form.FIRST, "an older value came after a newer one, or the same one again");
            last = got;
            check(given[got].incrementAndGet() == 1 || form == Form.ALL, "a value was doubled");
        }

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
        }
    }
}
