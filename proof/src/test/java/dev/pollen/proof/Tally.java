// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What became of the methods of a jar. */
final class Tally {
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private final List<String> lines = new ArrayList<>();
    private final List<String> defects = new ArrayList<>();
    private int woven;
    private int points;

    void add(String owner, ClassWeaving.Result result) {
        result.methods().forEach((method, reason) -> {
            lines.add((reason == null ? "woven" : "left out (" + reason.text() + ")") + ": " + owner + "." + method);
            if (reason == null) {
                woven++;
            } else {
                leftOut.merge(reason, 1, Integer::sum);
            }
        });
        points += result.points();
        defects.addAll(result.defects());
    }

    int woven() {
        return woven;
    }

    int points() {
        return points;
    }

    /** What the weaver failed on: bugs of ours. */
    List<String> defects() {
        return defects;
    }

    /** Methods that could have been async as far as their form goes. */
    int eligible() {
        return woven + leftOut.getOrDefault(LeftOut.TOO_LARGE, 0) + leftOut.getOrDefault(LeftOut.DEFECT, 0);
    }

    /** One line for each method. */
    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    /** For people. */
    @Override
    public String toString() {
        int all = woven + leftOut.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d methods, %,d of them eligible (%.0f %%), %,d of these woven, with %,d suspension points%n",
                all,
                eligible(),
                100.0 * eligible() / Math.max(all, 1),
                woven,
                points));
        leftOut.forEach((reason, count) -> text.append(
                String.format(Locale.ROOT, "  %,6d left out: %s%n", Objects.requireNonNull(count), reason.text())));
        defects.forEach(defect -> text.append("  defect: ").append(defect).append('\n'));
        return text.toString();
    }
}
