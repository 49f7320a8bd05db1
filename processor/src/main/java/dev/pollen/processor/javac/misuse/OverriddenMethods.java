// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The methods that a method overrides or implements, nearest class first. */
final class OverriddenMethods {
    private OverriddenMethods() {}

    static List<ExecutableElement> of(ExecutableElement method, TypeElement owner, Elements elements, Types types) {
        List<ExecutableElement> overridden = new ArrayList<>();
        for (TypeMirror above : types.directSupertypes(owner.asType())) {
            if (above instanceof DeclaredType declared) {
                TypeElement type = (TypeElement) declared.asElement();
                ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                        .filter(inherited -> elements.overrides(method, inherited, owner))
                        .forEach(overridden::add);
            }
        }
        return overridden;
    }
}
