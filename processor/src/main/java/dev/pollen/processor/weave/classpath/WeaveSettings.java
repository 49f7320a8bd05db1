// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.AllocationLevel;
import dev.pollen.processor.weave.WeaveOptions;
import java.util.List;
import java.util.Map;

/**
 * What a user can set where class files are woven without a compiler, under the names and with the values of the compiler's
 * {@code -Apollen.debug} and {@code -Apollen.alloc}.
 *
 * @param options what the weaver is told
 * @param allocation what to say of allocation
 */
public record WeaveSettings(WeaveOptions options, AllocationLevel allocation) {
    /** Nothing set. */
    public static final WeaveSettings DEFAULT = new WeaveSettings(WeaveOptions.DEFAULT, AllocationLevel.REPORT);

    private static final String DEBUG = "debug";
    private static final String ALLOC = "alloc";

    /**
     * Reads settings.
     *
     * @param settings values by name
     * @return what is set
     * @throws IllegalArgumentException if there is no such setting, or no such value of it
     */
    public static WeaveSettings of(Map<String, String> settings) {
        settings.forEach(WeaveSettings::check);
        return new WeaveSettings(
                new WeaveOptions(Boolean.parseBoolean(settings.get(DEBUG))),
                AllocationLevel.of(settings.getOrDefault(ALLOC, "report")));
    }

    private static void check(String name, String value) {
        List<String> values = switch (name) {
            case DEBUG -> List.of("true", "false");
            case ALLOC -> AllocationLevel.NAMES;
            default -> throw new IllegalArgumentException("there is no setting " + name);
        };
        if (!values.contains(value)) {
            throw new IllegalArgumentException(
                    name + "=" + value + " is not known: write " + String.join(" or ", values));
        }
    }
}
