// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wheel against a sorted list, with every distance of time. */
final class WheelTest {
    private static final class Numbered extends Alarm {
        private final int number;

        Numbered(int number, long deadline) {
            this.number = number;
            this.deadline = deadline;
        }
    }

    private static final Comparator<Numbered> ORDER =
            Comparator.<Numbered>comparingLong(alarm -> alarm.deadline).thenComparingInt(alarm -> alarm.number);

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10, 20, 40, 62})
    void itIsASortedList(int bits) {
        for (int seed = 0; seed < 50; seed++) {
            compare(new Random(seed), bits, seed % 2 == 0 ? 0 : -(1L << 40));
        }
    }

    private static void compare(Random random, int bits, long begin) {
        Wheel wheel = new Wheel();
        wheel.passed(begin);
        List<Numbered> model = new ArrayList<>();
        long now = begin;
        for (int step = 0; step < 1_000; step++) {
            int what = random.nextInt(10);
            if (what < 6) {
                long distance = 1 + (random.nextLong() >>> 64 - 1 - random.nextInt(bits));
                Numbered added = new Numbered(step, now + distance < now ? Long.MAX_VALUE : now + distance);
                wheel.add(added);
                model.add(added);
            } else if (what < 8 && !model.isEmpty()) {
                Numbered removed = model.remove(random.nextInt(model.size()));
                wheel.remove(removed);
                assertNull(removed.next);
                assertNull(removed.previous);
            } else if (what < 9) {
                assertSame(model.stream().min(ORDER).orElse(null), wheel.earliest());
            } else {
                now = passUntil(wheel, model, now, random);
            }
            assertEquals(model.isEmpty(), wheel.isEmpty());
        }
        while (!model.isEmpty()) {
            now = passUntil(wheel, model, now, random);
        }
        assertTrue(wheel.isEmpty());
    }

    private static long passUntil(Wheel wheel, List<Numbered> model, long now, Random random) {
        if (model.isEmpty()) {
            return now;
        }
        long time = model.get(random.nextInt(model.size())).deadline;
        List<Numbered> due = new ArrayList<>(model.stream()
                .filter(alarm -> alarm.deadline <= time)
                .sorted(ORDER)
                .toList());
        for (Numbered expected : due) {
            assertSame(expected, wheel.earliest());
            wheel.remove(expected);
            if (random.nextBoolean()) {
                wheel.passed(expected.deadline);
            }
        }
        model.removeAll(due);
        wheel.passed(time);
        return time;
    }

    @Test
    void aSlotThatManyWereAddedToOutOfOrderIsSorted() {
        Wheel wheel = new Wheel();
        wheel.passed(0);
        List<Numbered> model = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            Numbered alarm = new Numbered(i, (1L << 40) + random.nextInt(5_000));
            wheel.add(alarm);
            model.add(alarm);
        }
        model.sort(ORDER);
        for (Numbered expected : model) {
            assertSame(expected, wheel.earliest());
            wheel.remove(expected);
        }
        assertTrue(wheel.isEmpty());
    }

    /** A waker that arms timers while others ring may take the wheel further than the round that it is called in. */
    @Test
    void timeDoesNotGoBackWhileAlarmsWait() {
        Wheel wheel = new Wheel();
        wheel.passed(100);
        Numbered waits = new Numbered(0, 120);
        wheel.add(waits);
        wheel.passed(110);
        wheel.passed(3);
        Numbered earlier = new Numbered(1, 115);
        wheel.add(earlier);
        assertSame(earlier, wheel.earliest());
        wheel.remove(earlier);
        wheel.remove(waits);
        wheel.passed(-5);
        wheel.add(waits);
        assertSame(waits, wheel.earliest());
    }
}
