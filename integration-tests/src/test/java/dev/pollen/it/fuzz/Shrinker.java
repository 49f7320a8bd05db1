// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a failing program smaller while it still fails: leaves out spans of its decisions, or makes them plain, and
 * writes it again. It knows nothing of statements; whatever is decided is a program.
 */
final class Shrinker {
    /** How many candidates are tried together. */
    private static final int TOGETHER = 24;

    private final Function<List<FuzzProgram>, Set<String>> failing;
    private final boolean patterns;

    /**
     * Makes one.
     *
     * @param failing gives the names of those programs that fail as the first one did
     * @param patterns whether the language has patterns in {@code switch}
     */
    Shrinker(Function<List<FuzzProgram>, Set<String>> failing, boolean patterns) {
        this.failing = failing;
        this.patterns = patterns;
    }

    /** The smallest program that was found in so many rounds. */
    FuzzProgram shrink(FuzzProgram program, int rounds) {
        FuzzProgram smallest = program;
        int from = 0;
        for (int round = 0; round < rounds; round++) {
            List<FuzzProgram> candidates = candidates(smallest, round);
            if (from >= candidates.size()) {
                return smallest;
            }
            List<FuzzProgram> some = candidates.subList(from, Math.min(candidates.size(), from + TOGETHER));
            Set<String> failed = failing.apply(some);
            FuzzProgram found = some.stream()
                    .filter(candidate -> failed.contains(candidate.name()))
                    .findFirst()
                    .orElse(null);
            from = found == null ? from + TOGETHER : 0;
            smallest = found == null ? smallest : found;
        }
        return smallest;
    }

    private List<FuzzProgram> candidates(FuzzProgram program, int round) {
        int[] tape = program.choices().tape();
        List<FuzzProgram> candidates = new ArrayList<>();
        program.choices().spans().stream()
                .sorted(Comparator.comparing((Choices.Span span) -> span.from() - span.to()))
                .forEach(span -> {
                    for (int zeros = 0; zeros <= 1; zeros++) {
                        String name = "S" + round + "x" + candidates.size();
                        FuzzProgram candidate =
                                ProgramWriter.write(name, Choices.replay(without(tape, span, zeros)), patterns);
                        if (candidate.woven().length() < program.woven().length()) {
                            candidates.add(candidate);
                        }
                    }
                });
        return candidates;
    }

    private static int[] without(int[] tape, Choices.Span span, int zeros) {
        int[] shorter = new int[tape.length - (span.to() - span.from()) + zeros];
        System.arraycopy(tape, 0, shorter, 0, span.from());
        System.arraycopy(tape, span.to(), shorter, span.from() + zeros, tape.length - span.to());
        return shorter;
    }
}
