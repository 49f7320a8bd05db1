// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.annotations.LogFormats;

/** The log formats of the woven class that writes a line. Where there is no console in the program it is not needed. */
public final class CallerFormats {
    private static final String LOG = "dev.pollen.log.";
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private CallerFormats() {}

    /**
     * The formats of the class that has called the log.
     *
     * @return their texts; empty if the weaver has left none
     */
    public static String[] texts() {
        LogFormats formats = WALKER.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type -> type != CallerFormats.class && !type.getName().startsWith(LOG))
                .findFirst()
                .map(type -> type.getAnnotation(LogFormats.class))
                .orElse(null));
        return formats == null ? new String[0] : formats.value();
    }
}
