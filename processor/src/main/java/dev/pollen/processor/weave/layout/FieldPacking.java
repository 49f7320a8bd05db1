// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    record At(int point, Variable variable) {}

    private final Map<Variable, Set<Integer>> points = new LinkedHashMap<>();

    void add(int point, Variable variable) {
        points.computeIfAbsent(variable, v -> new TreeSet<>()).add(point);
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    /** The number of the field for each variable at each of its points, from 0. */
    Map<At, Integer> pack() {
        Map<At, Integer> stable = stable();
        int needed = points.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .mapToInt(point -> (int) points.values().stream()
                        .filter(set -> set.contains(point))
                        .count())
                .max()
                .orElse(0);
        int used = stable.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        return used <= needed ? stable : dense();
    }

    private Map<At, Integer> stable() {
        List<Set<Integer>> taken = new ArrayList<>();
        List<TypeValue> types = new ArrayList<>();
        Map<At, Integer> result = new LinkedHashMap<>();
        points.forEach((variable, at) -> {
            int field = -1;
            for (int i = 0; i < taken.size(); i++) {
                boolean free = at.stream().noneMatch(taken.get(i)::contains);
                boolean better = field < 0
                        || types.get(i).equals(variable.type())
                                && !types.get(field).equals(variable.type());
                if (free && better) {
                    field = i;
                }
            }
            if (field < 0) {
                field = taken.size();
                taken.add(new TreeSet<>());
                types.add(variable.type());
            }
            taken.get(field).addAll(at);
            for (int point : at) {
                result.put(new At(point, variable), field);
            }
        });
        return result;
    }

    private Map<At, Integer> dense() {
        Map<Integer, Integer> next = new LinkedHashMap<>();
        Map<At, Integer> result = new LinkedHashMap<>();
        points.forEach((variable, at) -> {
            for (int point : at) {
                result.put(new At(point, variable), next.merge(point, 1, Integer::sum) - 1);
            }
        });
        return result;
    }
}
