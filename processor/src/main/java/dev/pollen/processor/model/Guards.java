// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/** What a class has where it guards its state against other threads. */
public final class Guards {
    private Guards() {}

    /**
     * Whether a field is there to guard others, or is safe itself.
     *
     * @param descriptor the field's type
     * @return true for a type of {@code java.util.concurrent} or {@code dev.pollen.sync}
     */
    public static boolean isGuard(String descriptor) {
        return descriptor.startsWith("Ljava/util/concurrent/") || descriptor.startsWith("Ldev/pollen/sync/");
    }
}
