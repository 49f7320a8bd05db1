// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.agent;

import dev.pollen.processor.weave.classpath.WeaveSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the agent's jar: {@code name=value,..}.
 *
 * @param settings what the weaver is told; of allocation nothing is said unless it is asked for
 * @param dump where the woven classes are written; null for nowhere
 */
record AgentOptions(WeaveSettings settings, @Nullable Path dump) {
    /**
     * Reads options.
     *
     * @param arguments the text; empty for none
     * @return what is set
     * @throws IllegalArgumentException if there is no such option, or no such value of it; the JVM does not start then
     */
    static AgentOptions of(String arguments) {
        Map<String, String> values = new HashMap<>(Map.of("alloc", "off"));
        for (String option : arguments.split(",")) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                values.put(option.substring(0, equals), option.substring(equals + 1));
            } else if (!option.isEmpty()) {
                throw new IllegalArgumentException(
                        "Pollen's agent does not understand " + option + ": write name=value,..");
            }
        }
        String dump = values.remove("dump");
        return new AgentOptions(WeaveSettings.of(values), dump == null ? null : Path.of(dump));
    }
}
