// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/**
 * A method as a class file names it.
 *
 * @param owner internal name of the class
 * @param name simple name
 * @param descriptor erased descriptor
 */
public record MethodRef(String owner, String name, String descriptor) {
    @Override
    public String toString() {
        return owner + "." + name + descriptor;
    }
}
