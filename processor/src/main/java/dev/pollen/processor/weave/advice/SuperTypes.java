// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What classes extend and implement, looked up once. */
final class SuperTypes {
    private final Library library;
    private final Map<String, Set<String>> known = new HashMap<>();

    SuperTypes(Library library) {
        this.library = library;
    }

    /**
     * A class and all that is above it.
     *
     * @param internalName the class
     * @return itself and its superclasses, nearest first, then its interfaces, then {@code Object}
     */
    Set<String> of(String internalName) {
        return known.computeIfAbsent(internalName, this::find);
    }

    /** Whether a class is another one, or extends or implements it. */
    boolean is(String internalName, String above) {
        return internalName.equals(above) || of(internalName).contains(above);
    }

    private Set<String> find(String internalName) {
        Set<String> types = new LinkedHashSet<>();
        List<String> interfaces = new ArrayList<>();
        ClassShape shape = internalName.startsWith("[") ? null : library.shape(internalName);
        while (shape != null && shape.superName() != null) {
            types.add(shape.name());
            interfaces.addAll(shape.interfaces());
            shape = shape.superName().equals("java/lang/Object") ? null : library.shape(shape.superName());
        }
        for (int i = 0; i < interfaces.size(); i++) {
            ClassShape above = types.add(interfaces.get(i)) ? library.shape(interfaces.get(i)) : null;
            if (above != null) {
                interfaces.addAll(above.interfaces());
            }
        }
        types.add("java/lang/Object");
        return types;
    }
}
