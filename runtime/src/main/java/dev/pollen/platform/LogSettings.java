// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.log.Level;
import java.util.Arrays;
import java.util.Locale;

/** What whoever starts the program wants its log to be: system properties. Read when the log is first used. */
public final class LogSettings {
    private static final String BYTES = "pollen.log.bytes";
    private static final String LEVEL = "pollen.log.level";
    private static final int DEFAULT_BYTES = 16 * 1024;

    private LogSettings() {}

    /**
     * The size of the program's ring.
     *
     * @return bytes
     * @throws IllegalArgumentException if what is configured is no number
     */
    public static int bytes() {
        String text = System.getProperty(BYTES);
        try {
            return text == null ? DEFAULT_BYTES : Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the system property " + BYTES + " must be a number of bytes, and is \"" + text + "\"", e);
        }
    }

    /**
     * The level of the program's logger.
     *
     * @return the level
     * @throws IllegalArgumentException if what is configured is no level
     */
    public static Level level() {
        String text = System.getProperty(LEVEL, Level.INFO.name());
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(text.trim().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the system property " + LEVEL + " must be one of "
                        + Arrays.toString(Level.values()) + ", and is \"" + text + "\""));
    }
}
