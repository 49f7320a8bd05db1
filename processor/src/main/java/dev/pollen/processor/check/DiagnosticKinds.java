// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.Severity;
import javax.tools.Diagnostic;

/** Our severities in the compiler's words. */
public final class DiagnosticKinds {
    private DiagnosticKinds() {}

    /**
     * Translates a severity.
     *
     * @param severity ours
     * @return the compiler's
     */
    public static Diagnostic.Kind of(Severity severity) {
        return switch (severity) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }
}
