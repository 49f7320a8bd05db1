// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import dev.pollen.processor.check.ElementFinding;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The names of the classes that are written: each belongs to one method, and to no class that the user has. */
final class ClassNames {
    private final Elements elements;
    private final Map<String, AsyncMethod> takers = new HashMap<>();

    /**
     * Makes the names of one compilation.
     *
     * @param elements its elements
     */
    ClassNames(Elements elements) {
        this.elements = elements;
    }

    /**
     * Takes a name.
     *
     * @param name a binary name of a top-level class, with dots
     * @param method the method that the class is for
     * @return the clash; empty if the name was free
     */
    List<ElementFinding> take(String name, AsyncMethod method) {
        AsyncMethod taker = takers.putIfAbsent(name, method);
        if (taker != null) {
            return clash(name, method, described(taker));
        }
        TypeElement existing = elements.getTypeElement(name);
        return existing == null || Marks.find(existing, Names.GENERATED) != null
                ? List.of()
                : clash(name, method, "the class " + existing.getQualifiedName());
    }

    private static List<ElementFinding> clash(String name, AsyncMethod method, String other) {
        return List.of(ElementFinding.at(method.element(), Message.NAME_CLASH, described(method), other, name));
    }

    private static String described(AsyncMethod method) {
        return method.owner().getSimpleName() + "." + method.element();
    }
}
