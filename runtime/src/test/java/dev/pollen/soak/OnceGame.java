// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.CancellationToken;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.LazyLock;
import dev.pollen.sync.OnceLock;
import dev.pollen.sync.OneShot;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What happens once, one after the other: a value that is sent to one of several, a value that is made for all, a cancellation
 * that all learn of.
 */
final class OnceGame extends Game {
    /** What happens once. */
    enum Form {
        ONE_SHOT,
        ONCE_LOCK,
        LAZY_LOCK,
        TOKEN
    }

    private static final int WAITERS = 4;
    private static final int STEPS = 80;

    private final Form form;
    private final OneShot<Integer>[] shots = array();
    private final boolean[] sent = new boolean[STEPS];
    private final AtomicIntegerArray received = new AtomicIntegerArray(STEPS);
    private final OnceLock<Integer>[] cells = cells();
    private final LazyLock<Integer>[] lazies = lazies();
    private final AtomicIntegerArray made = new AtomicIntegerArray(STEPS);
    private final CancellationToken[] tokens = new CancellationToken[STEPS];
    private boolean withChildren;

    OnceGame(Form form, Fault fault) {
        super(fault);
        this.form = form;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // of one type
    private static OneShot<Integer>[] array() {
        return new OneShot[STEPS];
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // of one type
    private static OnceLock<Integer>[] cells() {
        return new OnceLock[STEPS];
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // of one type
    private static LazyLock<Integer>[] lazies() {
        return new LazyLock[STEPS];
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        for (int i = 0; i < STEPS; i++) {
            int step = i;
            shots[i] = local ? OneShot.local() : OneShot.of();
            cells[i] = local ? OnceLock.local() : OnceLock.of();
            lazies[i] = local ? LazyLock.local(() -> make(step)) : LazyLock.of(() -> make(step));
            tokens[i] = local ? CancellationToken.local() : CancellationToken.of();
        }
        withChildren = form == Form.TOKEN && dice.once(2);
        Actor[] actors = new Actor[WAITERS + 1];
        for (int i = 0; i < WAITERS; i++) {
            actors[i] = waiter(dice.another(), i);
        }
        actors[WAITERS] = new Giver(dice.another());
        return actors;
    }

    private Actor waiter(Dice dice, int number) {
        switch (form) {
            case ONE_SHOT:
                return number == 0 ? new EndOfShots(dice) : new Receiver(dice);
            case TOKEN:
                return new Cancelled(dice, withChildren && number % 2 == 0);
            default:
                return new Asker(dice);
        }
    }

    private Integer make(int step) {
        made.addAndGet(step, plants(Fault.DOUBLED) ? 2 : 1);
        return Values.of(step);
    }

    @Override
    void end() {
        for (int i = 0; i < STEPS; i++) {
            switch (form) {
                case ONE_SHOT:
                    check(received.get(i) == (sent[i] ? 1 : 0), "a value was lost or doubled");
                    break;
                case TOKEN:
                    check(tokens[i].isCancelled(), "a cancellation was lost");
                    break;
                default:
                    check(made.get(i) == 1, "a value was made twice");
            }
        }
    }

    /** Goes from step to step. */
    private abstract static class Walker extends Actor {
        int step;

        Walker(Dice dice) {
            super(dice);
        }

        @Override
        final boolean isDone() {
            return step == STEPS;
        }
    }

    /** Sends, sets and cancels. */
    private final class Giver extends Walker {
        private final Yield pause = new Yield();

        Giver(Dice dice) {
            super(dice);
        }

        @Override
        Future<?> next() {
            if (dice.once(2)) {
                return Futures.yieldNow$in(pause);
            }
            switch (form) {
                case ONE_SHOT:
                    if (dice.once(8)) {
                        shots[step].close();
                    } else {
                        sent[step] = shots[step].send(Values.of(step));
                    }
                    break;
                case TOKEN:
                    if (!plants(Fault.LOST)) {
                        tokens[step].cancel();
                    }
                    break;
                case ONCE_LOCK:
                    if (cells[step].set(Values.of(step))) {
                        made.incrementAndGet(step);
                    }
                    if (!cells[step].isSet()) {
                        // It is being made, by one that may be cancelled.
                        return Futures.yieldNow$in(pause);
                    }
                    break;
                default:
            }
            step++;
            return null;
        }

        @Override
        void took() {}
    }

    private final class Receiver extends Walker {
        private final OneShot.Receive<Integer> receive = new OneShot.Receive<>();

        Receiver(Dice dice) {
            super(dice);
        }

        @Override
        Future<?> next() {
            if (dice.once(8)) {
                Integer value = shots[step].tryReceive();
                if (value != null) {
                    got(value);
                }
                return null;
            }
            return shots[step].receive$in(receive);
        }

        @Override
        void took() {
            got(receive.take());
        }

        private void got(int value) {
            check(value == step, "the value of another one");
            received.addAndGet(step, plants(Fault.LOST) ? 0 : plants(Fault.DOUBLED) ? 2 : 1);
            step++;
        }

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            step++;
        }
    }

    private final class EndOfShots extends Walker {
        private final OneShot.Closed closed = new OneShot.Closed();

        EndOfShots(Dice dice) {
            super(dice);
        }

        @Override
        Future<?> next() {
            return shots[step].closed$in(closed);
        }

        @Override
        void took() {
            check(shots[step].isClosed(), "the end came too early");
            step++;
        }
    }

    private final class Asker extends Walker {
        private final OnceLock.Get<Integer> get = new OnceLock.Get<>();
        private final OnceLock.Initializer<Integer> maker = this::make;

        Asker(Dice dice) {
            super(dice);
        }

        private Integer make() {
            return OnceGame.this.make(step);
        }

        @Override
        Future<?> next() {
            if (form == Form.LAZY_LOCK) {
                return lazies[step].get$in(get);
            }
            return dice.once(2) ? cells[step].get$in(get) : cells[step].getOrInit$in(maker, get);
        }

        @Override
        void took() {
            check(get.take() == step, "the value of another one");
            step++;
        }
    }

    private final class Cancelled extends Walker {
        private final CancellationToken.Cancelled cancelled = new CancellationToken.Cancelled();
        private final boolean ofChild;
        private CancellationToken child;

        Cancelled(Dice dice, boolean ofChild) {
            super(dice);
            this.ofChild = ofChild;
        }

        @Override
        Future<?> next() {
            if (!ofChild) {
                return tokens[step].cancelled$in(cancelled);
            }
            if (child != null && dice.once(2)) {
                child.close();
            }
            child = tokens[step].child();
            return child.cancelled$in(cancelled);
        }

        @Override
        void took() {
            check(tokens[step].isCancelled(), "the end came too early");
            step++;
        }
    }

    @Override
    boolean allocates() {
        // Each of them is made.
        return withChildren;
    }
}
