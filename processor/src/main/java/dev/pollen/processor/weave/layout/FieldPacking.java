// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs variables into the fewest fields of their kind: two variables share a field if no point needs both.
 *
 * <p>A variable keeps one field over all points where that costs no field more than the fullest point needs, and else
 * the variables of each point are numbered densely, which always fits.
 */
final class FieldPacking {
    /** A variable: a local while it has one type. */
    record Variable(int local, TypeValue type) {}

    /** A variable at a point. */
    record At(int point, Variable variable) {
        /** What a record computes is the same for (1, local 2) and (2, local 1), so that maps would become lists. */
        @Override
        public int hashCode() {
            return point * 0x9E37_79B1 + variable.hashCode();
        }
    }

    private final Map<Variable, BitSet> points = new LinkedHashMap<>();

    void add(int point, Variable variable) {
        points.computeIfAbsent(variable, v -> new BitSet()).set(point);
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    /** The number of the field for each variable at each of its points, from 0. */
    Map<At, Integer> pack() {
        Map<At, Integer> stable = stable();
        Map<Integer, Integer> variables = new HashMap<>();
        points.values().forEach(at -> at.stream().forEach(point -> variables.merge(point, 1, Integer::sum)));
        int needed =
                variables.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int used = stable.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        return used <= needed ? stable : dense();
    }

    private Map<At, Integer> stable() {
        List<BitSet> taken = new ArrayList<>();
        List<TypeValue> types = new ArrayList<>();
        Map<At, Integer> result = new LinkedHashMap<>();
        points.forEach((variable, at) -> {
            int field = -1;
            for (int i = 0; i < taken.size(); i++) {
                boolean better = field < 0
                        || types.get(i).equals(variable.type())
                                && !types.get(field).equals(variable.type());
                if (better && !taken.get(i).intersects(at)) {
                    field = i;
                }
            }
            if (field < 0) {
                field = taken.size();
                taken.add(new BitSet());
                types.add(variable.type());
            }
            taken.get(field).or(at);
            put(at, variable, field, result);
        });
        return result;
    }

    private static void put(BitSet at, Variable variable, int field, Map<At, Integer> result) {
        for (int point = at.nextSetBit(0); point >= 0; point = at.nextSetBit(point + 1)) {
            result.put(new At(point, variable), field);
        }
    }

    private Map<At, Integer> dense() {
        Map<Integer, Integer> next = new HashMap<>();
        Map<At, Integer> result = new LinkedHashMap<>();
        points.forEach((variable, at) -> {
            for (int point = at.nextSetBit(0); point >= 0; point = at.nextSetBit(point + 1)) {
                result.put(new At(point, variable), next.merge(point, 1, Integer::sum) - 1);
            }
        });
        return result;
    }
}
