// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;

/**
 * What only the source tells of an async method.
 *
 * @param file the simple name of the source file
 * @param line the line of the method's name
 * @param awaits its awaits, in the order of the source; those of lambdas and classes in it are not its own
 */
public record MethodSource(String file, int line, List<AwaitText> awaits) {
    /** For compilers that show no source. */
    public static final MethodSource UNKNOWN = new MethodSource("", 0, List.of());

    /** Copies the list. */
    public MethodSource {
        awaits = List.copyOf(awaits);
    }

    /**
     * Whether the source was seen.
     *
     * @return false for {@link #UNKNOWN}
     */
    public boolean known() {
        return line > 0;
    }
}
