// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

/**
 * A field of a frame that holds variables while the body is suspended.
 *
 * @param name its name: a parameter's, or one that no source has
 * @param descriptor its type: the exact type of its variables, or {@code Object} where they differ
 */
public record FrameField(String name, String descriptor) {
    /**
     * Whether it holds references.
     *
     * @return true for classes and arrays
     */
    public boolean isReference() {
        return descriptor.startsWith("L") || descriptor.startsWith("[");
    }
}
