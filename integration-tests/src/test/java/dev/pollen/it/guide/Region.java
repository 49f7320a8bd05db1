// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a program shows in the Javadoc of something: the lines between {@code // Javadoc of sync.Channel} and {@code // end}.
 * Where several regions have one name, their lines follow one another; one that begins with a comment is set apart.
 */
final class Region {
    private static final String BEGIN = "// Javadoc of ";
    private static final String END = "// end";

    private Region() {}

    /** The regions of a program, by what they are for. */
    static Map<String, List<String>> in(List<String> source) {
        Map<String, List<String>> regions = new TreeMap<>();
        for (int i = 0; i < source.size(); i++) {
            String line = source.get(i).strip();
            if (line.startsWith(BEGIN)) {
                int start = i + 1;
                while (!source.get(i).strip().equals(END)) {
                    i++;
                }
                add(
                        regions.computeIfAbsent(line.substring(BEGIN.length()), name -> new ArrayList<>()),
                        start,
                        i,
                        source);
            }
        }
        return regions;
    }

    private static void add(List<String> region, int from, int to, List<String> source) {
        List<String> part = String.join("\n", source.subList(from, to))
                .stripIndent()
                .lines()
                .toList();
        if (!region.isEmpty() && part.get(0).startsWith("//")) {
            region.add("");
        }
        region.addAll(part);
    }
}
