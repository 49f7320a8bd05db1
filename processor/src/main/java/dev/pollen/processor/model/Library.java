// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the classes around the one that is woven; each front end has its own: javac's elements, class files
 * on a path. Classes are never loaded for it.
 */
public interface Library {
    /**
     * Resolves a call to the method that it names, along superclasses and interfaces.
     *
     * @param call the call as it stands in the class file
     * @return what a call of the method gives; null if the method has no mark or is not found
     */
    @Nullable
    Callee callee(MethodRef call);

    /**
     * Looks a class up.
     *
     * @param internalName its internal name
     * @return its shape; null if it is not found
     */
    @Nullable
    ClassShape shape(String internalName);
}
