// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

/**
 * How a process ended.
 *
 * @param command what was run
 * @param exit its exit code
 * @param text what it printed, on both streams
 */
public record Output(String command, int exit, String text) {
    /**
     * Fails unless the process ended well.
     *
     * @return this
     */
    public Output succeeded() {
        if (exit != 0) {
            throw new AssertionError("exit " + exit + " from " + command + "\n" + text);
        }
        return this;
    }

    /**
     * Fails if the process ended well.
     *
     * @return this
     */
    public Output failed() {
        if (exit == 0) {
            throw new AssertionError("exit 0 from " + command + "\n" + text);
        }
        return this;
    }

    /**
     * Fails unless the process printed a text.
     *
     * @param part the text
     * @return this
     */
    public Output says(String part) {
        if (!text.contains(part)) {
            throw new AssertionError("\"" + part + "\" is missing in what was printed by " + command + "\n" + text);
        }
        return this;
    }
}
