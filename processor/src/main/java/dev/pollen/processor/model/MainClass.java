// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;

/**
 * The class with the {@code main} method that starts a task.
 *
 * @param task the task
 * @param packageName its package; empty for the unnamed one
 * @param simpleName its simple name
 * @param arguments what the task takes
 * @param declaresExceptions whether the task's declaration has a {@code throws}
 * @param shadowed simple names that mean something else in its package, so that it has to qualify them
 */
public record MainClass(
        AsyncMethod task,
        String packageName,
        String simpleName,
        Arguments arguments,
        boolean declaresExceptions,
        List<String> shadowed) {
    /** Copies the list. */
    public MainClass {
        shadowed = List.copyOf(shadowed);
    }

    /**
     * The name of the class.
     *
     * @return with dots between packages
     */
    public String binaryName() {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    /** The parameter lists that a task can be started with. */
    public enum Arguments {
        /** Nothing. */
        NONE,
        /** A {@code Spawner}. */
        SPAWNER,
        /** A {@code Spawner} and the {@code String[]} of the command line. */
        SPAWNER_AND_STRINGS
    }
}
