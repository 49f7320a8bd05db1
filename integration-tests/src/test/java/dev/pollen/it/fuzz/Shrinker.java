// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Makes a failing program smaller while it still fails: leaves out spans of its decisions, or makes them plain, and
 * writes it again. It knows nothing of statements; whatever it decides is a program.
 */
final class Shrinker {
    /** How many candidates are compiled together. */
    private static final int TOGETHER = 24;

    private final Support support;
    private final Variant variant;
    private final boolean patterns;
    private final Path directory;
    private int rounds;

    Shrinker(Support support, Variant variant, boolean patterns, Path directory) {
        this.support = support;
        this.variant = variant;
        this.patterns = patterns;
        this.directory = directory;
    }

    /** The smallest program that was found to fail in the same way. */
    FuzzProgram shrink(FuzzProgram failing, String failure, int mostRounds) {
        FuzzProgram smallest = failing;
        int from = 0;
        while (rounds < mostRounds) {
            List<FuzzProgram> candidates = candidates(smallest);
            if (from >= candidates.size()) {
                return smallest;
            }
            List<FuzzProgram> some = candidates.subList(from, Math.min(candidates.size(), from + TOGETHER));
            FuzzProgram found = firstFailing(some, kind(failure));
            from = found == null ? from + TOGETHER : 0;
            smallest = found == null ? smallest : found;
        }
        return smallest;
    }

    private List<FuzzProgram> candidates(FuzzProgram program) {
        int[] tape = program.choices().tape();
        List<FuzzProgram> candidates = new ArrayList<>();
        program.choices().spans().stream()
                .sorted(Comparator.comparing((Choices.Span span) -> span.from() - span.to()))
                .forEach(span -> {
                    candidates.add(again(program, tape, span, 0));
                    candidates.add(again(program, tape, span, 1));
                });
        candidates.removeIf(candidate -> candidate.woven().length() >= program.woven().length());
        return candidates;
    }

    private FuzzProgram again(FuzzProgram program, int[] tape, Choices.Span span, int zeros) {
        int[] shorter = new int[tape.length - (span.to() - span.from()) + zeros];
        System.arraycopy(tape, 0, shorter, 0, span.from());
        System.arraycopy(tape, span.to(), shorter, span.from() + zeros, tape.length - span.to());
        return ProgramWriter.write(program.name(), Choices.replay(shorter), patterns);
    }

    /** Candidates share a name, so each is compiled by itself where one of several fails to compile. */
    private FuzzProgram firstFailing(List<FuzzProgram> candidates, String kind) {
        List<FuzzProgram> renamed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            FuzzProgram candidate = candidates.get(i);
            renamed.add(candidate.as(candidate.name() + "x" + i));
        }
        Map<FuzzProgram, String> failures = Batch.compile(
                        renamed, variant, support, directory.resolve("round" + rounds++))
                .run(new Coverage());
        for (int i = 0; i < candidates.size(); i++) {
            String failure = failures.get(renamed.get(i));
            if (failure != null && kind(failure).equals(kind)) {
                return candidates.get(i);
            }
        }
        return null;
    }

    /** What must stay the same: an error of a phase, or a difference. */
    private static String kind(String failure) {
        return failure.contains("POLLEN-")
                ? failure.replaceAll("(?s).*(POLLEN-\\d+).*", "$1")
                : failure.startsWith("woven:") || failure.startsWith("blocking:") ? failure : "difference";
    }
}
