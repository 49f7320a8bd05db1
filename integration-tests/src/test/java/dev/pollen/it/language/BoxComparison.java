// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/**
 * Compares what a woven program of {@code box} logs and how it ends with a reference. The leaves of a program are ready at
 * once, pending once, or pending three times; in turn each leaf throws; and the program is cancelled at each of its
 * suspensions, where the blocking one throws what a cancelled body gets.
 */
final class BoxComparison {
    private static final int[] PENDS = {0, 1, 3};

    /** More leaves than this tell nothing new. */
    private static final int MANY = 40;

    /** The words for what is wrong in any program. */
    private static final List<String> WRONG = List.of("POLLED ", "READ ", "LEAK", "LEFT WAITING", "CHECK FAILED");

    private BoxComparison() {}

    /**
     * Compares all.
     *
     * @param program the program
     * @param woven one woven build of it
     * @param blocking the reference
     * @param other another woven build, for what blocking code cannot say
     */
    static void all(Program program, Programs woven, Programs blocking, Programs other) {
        Programs reference = program.hasReference() ? blocking : other;
        Programs ofCancel = program.hasReferenceOfCancel() ? blocking : other;
        for (int pends : PENDS) {
            String log = compare(program, pends, 0, woven, reference);
            assertEquals("value OK", end(log), program + " pending " + pends);
        }
        int[] size = woven.measure(program);
        for (int pends : PENDS) {
            for (int failing = 1; failing <= Math.min(size[0], MANY); failing++) {
                compare(program, pends, failing, woven, reference);
            }
        }
        expect(program, "expect", woven.complete(program, 1, 0));
        for (int suspension = 1; suspension <= Math.min(size[1], MANY); suspension++) {
            cancel(program, suspension, woven, ofCancel);
        }
    }

    /**
     * Compares one run of each kind.
     *
     * @param program the program
     * @param woven one woven build of it
     * @param blocking the reference
     */
    static void brief(Program program, Programs woven, Programs blocking) {
        Programs reference = program.hasReference() ? blocking : woven;
        String log = compare(program, 1, 0, woven, reference);
        assertEquals("value OK", end(log), program + " pending once");
        int[] size = woven.measure(program);
        if (size[0] > 0) {
            compare(program, 1, (size[0] + 1) / 2, woven, reference);
        }
        if (size[1] > 0) {
            int suspension = (size[1] + 1) / 2;
            cancel(program, suspension, woven, program.hasReferenceOfCancel() ? blocking : woven);
        }
    }

    private static String compare(Program program, int pends, int failing, Programs woven, Programs reference) {
        String at = program + " pending " + pends + ", leaf " + failing + " throws";
        String expected = reference.complete(program, pends, failing);
        String log = woven.complete(program, pends, failing);
        assertEquals(expected, log, at);
        assertEquals(List.of(), wrong(log), at + ": " + log);
        return log;
    }

    /** A cancelled program unwinds as the reference does, a task that is aborted as one that is cancelled. */
    private static void cancel(Program program, int suspension, Programs woven, Programs reference) {
        expect(program, "cancel " + suspension, woven.cancel(program, suspension, true));
        for (boolean pendsAfter : new boolean[] {true, false}) {
            String at = program + " cancelled at suspension " + suspension;
            String log = woven.cancel(program, suspension, pendsAfter);
            assertEquals(reference.cancel(program, suspension, pendsAfter), log, at);
            assertEquals(List.of(), wrong(log), at + ": " + log);
            // From the executor's own thread, and from another one.
            assertEquals(log, woven.abort(program, suspension, pendsAfter, !pendsAfter), at + " as a task");
        }
    }

    /** What no program may log, with or without a reference. */
    private static List<String> wrong(String log) {
        return WRONG.stream().filter(log::contains).toList();
    }

    private static void expect(Program program, String key, String log) {
        String expected = program.comment(key);
        if (!expected.isEmpty()) {
            assertEquals(expected, log, program + ", " + key);
        }
    }

    private static String end(String log) {
        return log.substring(log.lastIndexOf(" -> ") + 4);
    }
}
