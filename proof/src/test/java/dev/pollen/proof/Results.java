// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of each test of a run.
 *
 * @param outcomes successful, failed, aborted or skipped, by the test's id
 */
record Results(Map<String, String> outcomes) {
    /** Reads what {@link SuiteRun} wrote. */
    static Results read(Path file) throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int space = line.indexOf(' ');
            outcomes.put(line.substring(space + 1), line.substring(0, space));
        }
        return new Results(outcomes);
    }

    /** How often each outcome occurs. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        return counts;
    }

    /** The tests whose outcome another run does not share, each with both; a test that only one run has is among them. */
    List<String> differences(Results other) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(outcomes.keySet());
        ids.addAll(other.outcomes.keySet());
        for (String id : ids) {
            String here = outcomes.getOrDefault(id, "not there");
            String there = other.outcomes.getOrDefault(id, "not there");
            if (!here.equals(there)) {
                differences.add(here + " -> " + there + ": " + id);
            }
        }
        return differences;
    }
}
