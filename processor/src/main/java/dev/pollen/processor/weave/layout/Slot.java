// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

/**
 * A future that a frame holds for good.
 *
 * @param index its number in the frame
 * @param type internal name of its class
 */
public record Slot(int index, String type) {
    /**
     * The name of its field.
     *
     * @return for example {@code child$0}
     */
    public String field() {
        return "child$" + index;
    }
}
