// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said of allocation in async code that no mark speaks about: the values of {@code pollen.alloc}. */
public enum AllocationLevel {
    /** Nothing. */
    OFF(null),
    /** Notes. */
    REPORT(Severity.NOTE),
    /** Warnings. */
    WARN(Severity.WARNING),
    /** Errors. */
    ERROR(Severity.ERROR);

    /** The names that users write. */
    public static final List<String> NAMES = List.of("off", "report", "warn", "error");

    private final @Nullable Severity severity;

    AllocationLevel(@Nullable Severity severity) {
        this.severity = severity;
    }

    /**
     * Finds a level.
     *
     * @param name one of {@link #NAMES}
     * @return the level
     */
    public static AllocationLevel of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * How a message is printed at this level.
     *
     * @param message any message
     * @return its severity; null if the user does not want it
     */
    public @Nullable Severity of(Message message) {
        if (message == Message.OPEN_RECEIVERS) {
            return severity == null ? null : Severity.NOTE;
        }
        boolean allocates = message == Message.MAY_ALLOCATE || message == Message.ALLOCATES;
        return allocates ? severity : message.severity();
    }
}
