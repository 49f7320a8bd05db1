// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of text, the same on each platform, without blanks at their ends; indented by two for each level. */
final class Lines {
    private final StringBuilder text = new StringBuilder();
    private int level;

    void add(String line) {
        text.append("  ".repeat(line.isEmpty() ? 0 : level)).append(line.stripTrailing());
        text.append(System.lineSeparator());
    }

    void in() {
        level++;
    }

    void out() {
        level--;
    }

    /** Lines as people write them: {@code 12-14, 17}. */
    static String ranges(List<Integer> lines) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            int end = i;
            while (end + 1 < lines.size() && lines.get(end + 1) == lines.get(end) + 1) {
                end++;
            }
            ranges.add(end == i ? "" + lines.get(i) : lines.get(i) + "-" + lines.get(end));
            i = end + 1;
        }
        return (lines.size() == 1 ? "line " : "lines ") + String.join(", ", ranges);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
