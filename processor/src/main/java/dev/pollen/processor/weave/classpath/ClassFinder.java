// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where class files are found by name, without loading a class. */
@FunctionalInterface
public interface ClassFinder {
    /**
     * Finds a class.
     *
     * @param internalName its internal name
     * @return its class file; null if it is not there
     * @throws UncheckedIOException if it cannot be read
     */
    byte @Nullable [] find(String internalName);

    /**
     * Reads the resources of a name.
     *
     * @param name the name, with slashes
     * @return their texts; empty where none are looked for
     * @throws UncheckedIOException if one cannot be read
     */
    default List<String> resources(String name) {
        return List.of();
    }
}
