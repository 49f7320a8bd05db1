// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.IntWatch;
import dev.pollen.sync.IntWatchReceiver;
import dev.pollen.sync.LongWatch;
import dev.pollen.sync.LongWatchReceiver;
import dev.pollen.sync.Watch;
import dev.pollen.sync.WatchReceiver;
import java.util.concurrent.atomic.AtomicInteger;

/** A watch of each form, counted up by several: no receiver sees an older value after a newer one, each sees the last. */
final class WatchGame extends Game {
    /** The forms of a watch. */
    enum Form {
        OBJECTS,
        INTS,
        LONGS
    }

    private static final int COUNTERS = 2;
    private static final int RECEIVERS = 4;
    private static final int EACH = 150;

    private final AtomicInteger counted = new AtomicInteger();
    private final Form form;
    private Watch<Integer> objects;
    private IntWatch ints;
    private LongWatch longs;

    WatchGame(Form form, Fault fault) {
        super(fault);
        this.form = form;
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        objects = local ? Watch.local(Values.of(0)) : Watch.of(Values.of(0));
        ints = local ? IntWatch.local(0) : IntWatch.of(0);
        longs = local ? LongWatch.local(0) : LongWatch.of(0);
        Actor[] actors = new Actor[COUNTERS + RECEIVERS];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = i < COUNTERS ? new Counter(dice.another()) : new Receiver(dice.another());
        }
        return actors;
    }

    @Override
    void end() {
        int last = form == Form.OBJECTS
                ? objects.tryGet()
                : form == Form.INTS ? ints.tryGetOr(-1) : (int) longs.tryGetOr(-1);
        check(last == COUNTERS * EACH, "a change was lost");
    }

    private final class Counter extends Actor {
        private final Yield pause = new Yield();
        private final Watch.Change<Integer> object = value -> Values.of(value + 1);
        private final IntWatch.Change anInt = value -> value + 1;
        private final LongWatch.Change aLong = value -> value + 1;
        private int left = EACH;

        Counter(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return left == 0;
        }

        @Override
        Future<?> next() {
            if (dice.once(3)) {
                return Futures.yieldNow$in(pause);
            }
            check(
                    form == Form.OBJECTS
                            ? objects.modify(object)
                            : form == Form.INTS ? ints.modify(anInt) : longs.modify(aLong),
                    "the watch is closed");
            left--;
            if (counted.incrementAndGet() == COUNTERS * EACH) {
                objects.close();
                ints.close();
                longs.close();
            }
            return null;
        }

        @Override
        void took() {}
    }

    private final class Receiver extends Actor {
        private final WatchReceiver.Next<Integer> object = new WatchReceiver.Next<>();
        private final IntWatchReceiver.Next anInt = new IntWatchReceiver.Next();
        private final LongWatchReceiver.Next aLong = new LongWatchReceiver.Next();
        private final WatchReceiver<Integer> objectsOf = objects.receiver();
        private final IntWatchReceiver intsOf = ints.receiver();
        private final LongWatchReceiver longsOf = longs.receiver();
        private final Watch.Condition<Integer> even = value -> value % 2 == 0;
        private int last = -1;
        private boolean over;

        Receiver(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        Future<?> next() {
            if (dice.once(6)) {
                int value = tried();
                if (value >= 0) {
                    got(value);
                }
                return null;
            }
            switch (form) {
                case INTS:
                    return intsOf.changed$in(anInt);
                case LONGS:
                    return longsOf.changed$in(aLong);
                default:
                    return dice.once(3) ? objectsOf.changedIf$in(even, object) : objectsOf.changed$in(object);
            }
        }

        @Override
        void took() {
            int value = form == Form.OBJECTS
                    ? object.take()
                    : form == Form.INTS ? anInt.getAsInt() : (int) aLong.getAsLong();
            got(value);
        }

        private int tried() {
            switch (form) {
                case INTS:
                    return intsOf.tryChangedOr(-1);
                case LONGS:
                    return (int) longsOf.tryChangedOr(-1);
                default:
                    Integer value = dice.once(2) ? objectsOf.tryChangedIf(even) : objectsOf.tryChanged();
                    return value == null ? -1 : value;
            }
        }

        private void got(int value) {
            if (value == COUNTERS * EACH && plants(Fault.LOST)) {
                return;
            }
            saw(value);
            if (plants(Fault.DOUBLED)) {
                saw(value);
            }
            if (plants(Fault.REORDERED)) {
                saw(value - 1);
            }
        }

        private void saw(int value) {
            check(value > last, "an older value came after a newer one, or the same one again");
            last = value;
        }

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            over = true;
            check(last == COUNTERS * EACH, "the last value was not seen");
        }
    }
}
