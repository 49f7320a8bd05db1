// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * The simple names that written source cannot use in a package, because a class of the package has one: what
 * {@code java.lang} has is not imported, and what a base class has as a member hides what the package has.
 *
 * <pre>
 *   class Override {}    in the package    --&gt;    {@code @java.lang.Override}    in what is written
 * </pre>
 */
final class ShadowedNames {
    /** What is written whatever the method is, and the members of base classes. */
    private static final Set<String> ALWAYS = Set.of(
            "AssertionError",
            "OfBoolean",
            "OfDouble",
            "OfInt",
            "OfLong",
            "Init",
            "Override",
            "String",
            "SuppressWarnings",
            "System",
            "Throwable");

    private final Elements elements;

    ShadowedNames(Elements elements) {
        this.elements = elements;
    }

    /**
     * Finds them.
     *
     * @param home the package
     * @param mentioned types that the source will mention
     * @return simple names, sorted
     */
    List<String> in(PackageElement home, List<TypeMirror> mentioned) {
        Set<String> used = new LinkedHashSet<>(ALWAYS);
        mentioned.forEach(type -> MentionedClasses.of(type).forEach(named -> used.add(outermost(named))));
        String prefix = home.isUnnamed() ? "" : home.getQualifiedName() + ".";
        List<String> shadowed = new ArrayList<>();
        for (String name : used) {
            if (elements.getTypeElement(prefix + name) != null) {
                shadowed.add(name);
            }
        }
        shadowed.sort(String::compareTo);
        return shadowed;
    }

    private static String outermost(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getNestingKind() == NestingKind.MEMBER) {
            outermost = (TypeElement) outermost.getEnclosingElement();
        }
        return outermost.getSimpleName().toString();
    }
}
