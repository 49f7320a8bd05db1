// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/**
 * The class with the {@code main} method that starts a task.
 *
 * @param task the task
 * @param packageName its package; empty for the unnamed one
 * @param simpleName its simple name
 * @param arguments what the task takes
 * @param declaresExceptions whether the task's declaration has a {@code throws}
 */
public record MainClass(
        AsyncMethod task, String packageName, String simpleName, Arguments arguments, boolean declaresExceptions) {
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
