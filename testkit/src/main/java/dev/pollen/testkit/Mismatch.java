// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import java.util.List;
import org.opentest4j.AssertionFailedError;

/** Lines that are not the expected ones. */
final class Mismatch {
    private Mismatch() {}

    static AssertionError of(List<String> expected, List<String> actual) {
        String message = message(expected, actual);
        try {
            return Comparison.of(message, String.join("\n", expected), String.join("\n", actual));
        } catch (NoClassDefFoundError withoutOpenTest4j) {
            return new AssertionError(message);
        }
    }

    private static String message(List<String> expected, List<String> actual) {
        int common = 0;
        while (common < expected.size()
                && common < actual.size()
                && expected.get(common).equals(actual.get(common))) {
            common++;
        }
        return "line " + (common + 1) + " of the event log should be " + line(expected, common) + " and is "
                + line(actual, common) + ". Expected:" + indented(expected) + "\nbut was:" + indented(actual);
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? "\"" + lines.get(index) + "\"" : "missing";
    }

    private static String indented(List<String> lines) {
        return lines.isEmpty() ? "\n    (nothing)" : "\n    " + String.join("\n    ", lines);
    }

    /** Apart, so that the rest works where there is no such class. */
    private static final class Comparison {
        static AssertionError of(String message, String expected, String actual) {
            return new AssertionFailedError(message, expected, actual);
        }
    }
}
