// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As few fields as the fullest point needs, and never two variables of one point in one field. */
class FieldPackingTest {
    private static FieldPacking.Variable variable(int local) {
        return new FieldPacking.Variable(local, TypeValue.INT);
    }

    private static int fields(Map<FieldPacking.At, Integer> packed) {
        return new HashSet<>(packed.values()).size();
    }

    @Test
    void variablesThatMeetGetAFieldEach() {
        FieldPacking packing = new FieldPacking();
        packing.add(1, variable(0));
        packing.add(1, variable(1));
        assertEquals(2, fields(packing.pack()));
    }

    @Test
    void variablesThatDoNotMeetShareAField() {
        FieldPacking packing = new FieldPacking();
        packing.add(1, variable(0));
        packing.add(2, variable(1));
        packing.add(3, variable(2));
        assertEquals(1, fields(packing.pack()));
    }

    @Test
    void aVariableMovesOnlyWhereThatSavesAField() {
        FieldPacking stays = new FieldPacking();
        for (int point = 1; point < 4; point++) {
            stays.add(point, variable(7));
        }
        stays.add(2, variable(8));
        Map<FieldPacking.At, Integer> packed = stays.pack();
        assertEquals(
                1,
                IntStream.range(1, 4)
                        .map(point -> packed.get(new FieldPacking.At(point, variable(7))))
                        .distinct()
                        .count());
    }

    @Test
    void anyPackingIsSoundAndSmall() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            FieldPacking packing = new FieldPacking();
            int fullest = 0;
            for (int point = 0; point < 12; point++) {
                int here = 0;
                for (int local = 0; local < 8; local++) {
                    if (random.nextInt(3) == 0) {
                        packing.add(point, variable(local));
                        here++;
                    }
                }
                fullest = Math.max(fullest, here);
            }
            Set<String> taken = new HashSet<>();
            Map<FieldPacking.At, Integer> packed = packing.pack();
            packed.forEach((at, field) -> assertTrue(taken.add(at.point() + " " + field), () -> "twice at " + at));
            assertEquals(fullest, fields(packed));
        }
    }
}
