// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code race} of two to eight ints and longs, and of arrays of them: each child at each place, without a box. */
final class PrimitiveRaceTest {
    private static final Context CX = Context.of(() -> {});

    private final Events events = new Events();

    /** Ready when it is told to, with its number; says when it is cancelled. */
    private abstract static class Child {
        final int number;
        final Events events;
        boolean there;

        Child(int number, Events events) {
            this.number = number;
            this.events = events;
        }

        public Poll poll(Context cx) {
            cx.waker(); // the contract of every poll that is pending
            return there ? Poll.READY : Poll.PENDING;
        }

        public void cancel() {
            events.say(number + " cancelled");
        }
    }

    private static final class OfInt extends Child implements Future.OfInt {
        OfInt(int number, Events events) {
            super(number, events);
        }

        @Override
        public int getAsInt() {
            return 1_000 + number;
        }
    }

    private static final class OfLong extends Child implements Future.OfLong {
        OfLong(int number, Events events) {
            super(number, events);
        }

        @Override
        public long getAsLong() {
            return 1_000_000_000_000L + number;
        }
    }

    private OfInt[] ints(int size) {
        OfInt[] children = new OfInt[size];
        for (int i = 0; i < size; i++) {
            children[i] = new OfInt(i, events);
        }
        return children;
    }

    private OfLong[] longs(int size) {
        OfLong[] children = new OfLong[size];
        for (int i = 0; i < size; i++) {
            children[i] = new OfLong(i, events);
        }
        return children;
    }

    private static Future.OfInt race(OfInt[] c) {
        return switch (c.length) {
            case 2 -> Futures.race(c[0], c[1]);
            case 3 -> Futures.race(c[0], c[1], c[2]);
            case 4 -> Futures.race(c[0], c[1], c[2], c[3]);
            case 5 -> Futures.race(c[0], c[1], c[2], c[3], c[4]);
            case 6 -> Futures.race(c[0], c[1], c[2], c[3], c[4], c[5]);
            case 7 -> Futures.race(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
            case 8 -> Futures.race(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
            default -> Futures.race(c);
        };
    }

    private static Future.OfLong race(OfLong[] c) {
        return switch (c.length) {
            case 2 -> Futures.race(c[0], c[1]);
            case 3 -> Futures.race(c[0], c[1], c[2]);
            case 4 -> Futures.race(c[0], c[1], c[2], c[3]);
            case 5 -> Futures.race(c[0], c[1], c[2], c[3], c[4]);
            case 6 -> Futures.race(c[0], c[1], c[2], c[3], c[4], c[5]);
            case 7 -> Futures.race(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
            case 8 -> Futures.race(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
            default -> Futures.race(c);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void eachChildCanWin(int size) {
        for (int winner = 0; winner < size; winner++) {
            OfInt[] ints = ints(size);
            Future.OfInt ofInts = race(ints);
            assertEquals(Poll.PENDING, ofInts.poll(CX));
            ints[winner].there = true;
            assertEquals(Poll.READY, ofInts.poll(CX));
            assertEquals(1_000 + winner, ofInts.getAsInt());
            expectCancelled(size, winner);

            OfLong[] longs = longs(size);
            Future.OfLong ofLongs = race(longs);
            assertEquals(Poll.PENDING, ofLongs.poll(CX));
            longs[winner].there = true;
            assertEquals(Poll.READY, ofLongs.poll(CX));
            assertEquals(1_000_000_000_000L + winner, ofLongs.getAsLong());
            expectCancelled(size, winner);
        }
    }

    private void expectCancelled(int size, int winner) {
        String[] others = new String[size - 1];
        for (int i = 0, n = 0; i < size; i++) {
            if (i != winner) {
                others[n++] = i + " cancelled";
            }
        }
        events.expect(others);
    }

    @ParameterizedTest
    @CsvSource({"2", "8", "9"})
    void cancelCancelsAll(int size) {
        Future.OfInt race = race(ints(size));
        race.poll(CX);
        race.cancel();
        expectCancelled(size + 1, size);
        assertThrows(IllegalStateException.class, race::getAsInt);
    }

    @Test
    void nothingIsBoxed() {
        Future.OfInt[] array = {new Thousand(), new Thousand()};
        IntRace.OfTwo two = new IntRace.OfTwo();
        IntRace.OfArray all = new IntRace.OfArray();
        int[] sum = new int[1];
        assertEquals(0, Allocation.bytes(() -> {
            Future.OfInt race = Futures.race$in(array[0], array[1], two);
            race.poll(CX);
            sum[0] += race.getAsInt();
            race = Futures.race$in(array, all);
            race.poll(CX);
            sum[0] = sum[0] + race.getAsInt() - 2_000;
        }));
        assertEquals(0, sum[0]);
    }

    /** A value that would not be in the cache of boxes. */
    private static final class Thousand implements Future.OfInt {
        @Override
        public Poll poll(Context cx) {
            return Poll.READY;
        }

        @Override
        public int getAsInt() {
            return 1_000;
        }

        @Override
        public void cancel() {}
    }
}
