// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.verify;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.analysis.TypeValue;
import org.objectweb.asm.Type;

/**
 * Whether a value of one verification type may stand where another is expected (JVMS 4.10.1.2). Interfaces accept any
 * reference, as they do for the JVM; a class that nobody knows is left to the JVM.
 */
final class Assignability {
    private final Library library;

    Assignability(Library library) {
        this.library = library;
    }

    boolean test(TypeValue from, TypeValue to) {
        if (to.isTop() || from.equals(to)) {
            return true;
        }
        if (!from.isReference() || !to.isReference() || to.isNull()) {
            return false;
        }
        return from.isNull() || subclass(from.className(), to.className());
    }

    private boolean subclass(String from, String to) {
        if (from.equals(to) || to.equals("java/lang/Object")) {
            return true;
        }
        if (to.startsWith("[")) {
            return from.startsWith("[") && elements(from.substring(1), to.substring(1));
        }
        ClassShape target = library.shape(to);
        if (target == null || target.isInterface()) {
            return true;
        }
        String name = from.startsWith("[") ? "java/lang/Object" : from;
        while (name != null && !name.equals("java/lang/Object")) {
            if (name.equals(to)) {
                return true;
            }
            ClassShape shape = library.shape(name);
            if (shape == null) {
                return true;
            }
            name = shape.superName();
        }
        return false;
    }

    private boolean elements(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        boolean references =
                (from.startsWith("L") || from.startsWith("[")) && (to.startsWith("L") || to.startsWith("["));
        return references
                && subclass(
                        Type.getType(from).getInternalName(), Type.getType(to).getInternalName());
    }
}
