// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.Finding;
import java.util.List;
import java.util.Map;

/**
 * The outcome of weaving one class: what to write and what to say.
 *
 * @param classes the new bytes by internal name: the owner and its Future classes; empty if nothing changes or an error
 *     was found
 * @param findings messages in the order of the class file
 */
public record Weave(Map<String, byte[]> classes, List<Finding> findings) {
    /** Copies the collections. */
    public Weave {
        classes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(classes));
        // A finally block stands in the class file several times and says the same each time.
        findings = findings.stream().distinct().toList();
    }
}
