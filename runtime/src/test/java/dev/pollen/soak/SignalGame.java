// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.IntSignal;
import dev.pollen.sync.LongSignal;
import dev.pollen.sync.Signal;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** A signal of each form: each value is taken at most once, newer ones after older ones, and the last one is. */
final class SignalGame extends Game {
    /** The forms of a signal. */
    enum Form {
        OBJECTS,
        INTS,
        LONGS
    }

    private static final int TAKERS = 3;
    private static final int LAST = 600;

    /** Signalled by those who know that the last one was taken. */
    private static final int OVER = LAST + 1;

    private final AtomicIntegerArray taken = new AtomicIntegerArray(OVER + 1);
    private final Form form;
    private Signal<Integer> objects;
    private IntSignal ints;
    private LongSignal longs;

    SignalGame(Form form, Fault fault) {
        super(fault);
        this.form = form;
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        objects = local ? Signal.local() : Signal.of();
        ints = local ? IntSignal.local() : IntSignal.of();
        longs = local ? LongSignal.local() : LongSignal.of();
        Actor[] actors = new Actor[TAKERS + 1];
        for (int i = 0; i < TAKERS; i++) {
            actors[i] = new Taker(dice.another());
        }
        actors[TAKERS] = new Giver(dice.another());
        return actors;
    }

    @Override
    void end() {
        check(taken.get(LAST) == 1, "the last value was lost");
    }

    private void signal(int value) {
        switch (form) {
            case INTS:
                ints.signal(value);
                break;
            case LONGS:
                longs.signal(value);
                break;
            default:
                objects.signal(Values.of(value));
        }
    }

    private final class Giver extends Actor {
        private final Yield pause = new Yield();
        private int next;

        Giver(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return next > LAST;
        }

        @Override
        Future<?> next() {
            if (dice.once(2)) {
                return Futures.yieldNow$in(pause);
            }
            signal(next++);
            return null;
        }

        @Override
        void took() {}
    }

    private final class Taker extends Actor {
        private final Signal.Take<Integer> object = new Signal.Take<>();
        private final IntSignal.Take anInt = new IntSignal.Take();
        private final LongSignal.Take aLong = new LongSignal.Take();
        private int last = -1;
        private boolean over;

        Taker(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        Future<?> next() {
            if (dice.once(4)) {
                int value = tried();
                if (value >= 0) {
                    took(value);
                }
                return null;
            }
            switch (form) {
                case INTS:
                    return ints.take$in(anInt);
                case LONGS:
                    return longs.take$in(aLong);
                default:
                    return objects.take$in(object);
            }
        }

        private int tried() {
            switch (form) {
                case INTS:
                    return ints.tryTakeOr(-1);
                case LONGS:
                    return (int) longs.tryTakeOr(-1);
                default:
                    Integer value = objects.tryTake();
                    return value == null ? -1 : value;
            }
        }

        @Override
        void took() {
            switch (form) {
                case INTS:
                    took(anInt.getAsInt());
                    break;
                case LONGS:
                    took((int) aLong.getAsLong());
                    break;
                default:
                    took(object.take());
            }
        }

        private void took(int value) {
            if (value != OVER && !(value == LAST && plants(Fault.LOST))) {
                saw(value);
                if (plants(Fault.DOUBLED)) {
                    saw(value);
                }
                if (value > 0 && plants(Fault.REORDERED)) {
                    saw(value - 1);
                }
            }
            if (value >= LAST) {
                over = true;
                signal(OVER);
            }
        }

        private void saw(int value) {
            check(value > last, "an older value came after a newer one, or the same one again");
            check(taken.incrementAndGet(value) == 1, "two have taken a value");
            last = value;
        }
    }
}
