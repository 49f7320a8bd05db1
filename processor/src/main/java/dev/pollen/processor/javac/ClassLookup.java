// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes by their internal names. A {@code $} of such a name is part of a simple name or stands between two, so
 * each prefix is tried as a top-level class, the longest first, and the rest is looked for among its members.
 */
final class ClassLookup {
    private final Elements elements;
    private final Map<String, Optional<TypeElement>> found = new HashMap<>();

    ClassLookup(Elements elements) {
        this.elements = elements;
    }

    /**
     * Finds a class.
     *
     * @param internalName its internal name
     * @return the class; null if it is unknown, an array, or local or anonymous and was not added
     */
    @Nullable
    TypeElement find(String internalName) {
        return found.computeIfAbsent(internalName, name -> Optional.ofNullable(search(name.replace('/', '.'))))
                .orElse(null);
    }

    /**
     * Makes a class known that has no name by which it could be found.
     *
     * @param type a local or anonymous class, or a member of one
     */
    void add(TypeElement type) {
        found.put(elements.getBinaryName(type).toString().replace('.', '/'), Optional.of(type));
    }

    private @Nullable TypeElement search(String binaryName) {
        if (binaryName.startsWith("[")) {
            return null;
        }
        int end = binaryName.length();
        while (end > 0) {
            TypeElement top = elements.getTypeElement(binaryName.substring(0, end));
            TypeElement match = top == null ? null : within(top, binaryName);
            if (match != null) {
                return match;
            }
            end = binaryName.lastIndexOf('$', end - 1);
        }
        return null;
    }

    private @Nullable TypeElement within(TypeElement type, String binaryName) {
        String name = elements.getBinaryName(type).toString();
        if (name.equals(binaryName)) {
            return type;
        }
        if (!binaryName.startsWith(name + "$")) {
            return null;
        }
        for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
            TypeElement match = within(member, binaryName);
            if (match != null) {
                return match;
            }
        }
        return null;
    }
}
