// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

/**
 * What a user can set for the weaver.
 *
 * @param debug keep every visible local over each await, live or not, so that a debugger shows it: {@code
 *     -Apollen.debug=true}
 */
public record WeaveOptions(boolean debug) {
    /** Nothing set. */
    public static final WeaveOptions DEFAULT = new WeaveOptions(false);
}
