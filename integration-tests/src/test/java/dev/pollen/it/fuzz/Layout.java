// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

/** Indents a source by its braces, for whoever has to read it. */
final class Layout {
    private Layout() {}

    static String of(String source) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (String line : source.split("\n", -1)) {
            int shown = line.startsWith("}") ? depth - 1 : depth;
            text.append("    ".repeat(line.isEmpty() ? 0 : Math.max(0, shown)))
                    .append(line)
                    .append('\n');
            for (int i = 0; i < line.length(); i++) {
                depth += line.charAt(i) == '{' ? 1 : line.charAt(i) == '}' ? -1 : 0;
            }
        }
        return text.toString();
    }
}
