// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The decisions that make a program, in the order in which they are taken. Fresh ones come from a seed; recorded ones can
 * be changed and taken again, which is how a program is made smaller: 0 is always the plainest choice, and a span of
 * decisions that belong together can be left out.
 */
final class Choices {
    private final Random random;
    private final int[] tape;
    private int[] taken = new int[512];
    private int count;
    private final List<Span> spans = new ArrayList<>();

    /** Decisions that made one statement or one expression. */
    record Span(int from, int to) {}

    private Choices(Random random, int... tape) {
        this.random = random;
        this.tape = tape;
    }

    /** Takes them by chance. */
    static Choices fresh(long seed) {
        return new Choices(new Random(seed * 0x9E3779B97F4A7C15L));
    }

    /** Takes those of a tape; where it ends everything is as plain as can be. */
    static Choices replay(int... tape) {
        return new Choices(null, tape);
    }

    /** A number from 0 to below a bound. */
    int below(int bound) {
        int choice;
        if (random != null) {
            choice = random.nextInt(bound);
        } else {
            choice = count < tape.length ? tape[count] % bound : 0;
        }
        if (count == taken.length) {
            taken = Arrays.copyOf(taken, 2 * count);
        }
        taken[count++] = choice;
        return choice;
    }

    /** True once in so many times; false is the plain choice. */
    boolean once(int in) {
        return below(in) == in - 1;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    @SafeVarargs
    final <T> T pick(T... list) {
        return list[below(list.length)];
    }

    /** Where a span begins. */
    int mark() {
        return count;
    }

    void span(int mark) {
        if (count > mark) {
            spans.add(new Span(mark, count));
        }
    }

    /** What was decided. */
    int[] tape() {
        return Arrays.copyOf(taken, count);
    }

    List<Span> spans() {
        return spans;
    }
}
