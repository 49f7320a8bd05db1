// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Which method runs where a call names one that may be overridden. */
public final class Implementation {
    private Implementation() {}

    /**
     * What a call reaches in the objects of a class.
     *
     * @param method the method that the call names
     * @param type their class, the method's own or one below
     * @param elements the compiler's
     * @return the method with a body, inherited ones included; null if there is none
     */
    public static @Nullable ExecutableElement of(ExecutableElement method, TypeElement type, Elements elements) {
        for (ExecutableElement member : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            if (member.getSimpleName().equals(method.getSimpleName())
                    && !member.getModifiers().contains(Modifier.ABSTRACT)
                    && (member.equals(method) || elements.overrides(member, method, type))) {
                return member;
            }
        }
        return null;
    }
}
