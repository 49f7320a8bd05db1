// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.LinkedList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Applies the rule of {@link FutureName} to the compiler's elements. */
public final class FutureNames {
    private final Elements elements;
    private final ErasedTypes erased;

    /**
     * Makes the names of one compilation.
     *
     * @param elements its elements
     * @param erased its types
     */
    public FutureNames(Elements elements, ErasedTypes erased) {
        this.elements = elements;
        this.erased = erased;
    }

    /**
     * The binary name of a method's Future class, with dots.
     *
     * @param method an async method
     * @return for example {@code demo.Blinky_blink}
     */
    public String of(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        List<String> names = simpleNames(owner);
        if (names == null) {
            List<ExecutableElement> methods = Marks.asyncMethods(owner).stream()
                    .filter(other -> !other.getModifiers().contains(Modifier.ABSTRACT))
                    .toList();
            return FutureName.numbered(elements.getBinaryName(owner).toString(), methods.indexOf(method) + 1);
        }
        return FutureName.of(
                elements.getPackageOf(owner).getQualifiedName().toString(),
                names,
                method.getSimpleName().toString(),
                isOverloaded(owner, method) ? erased.parameterNames(method) : List.of());
    }

    private static boolean isOverloaded(TypeElement owner, ExecutableElement method) {
        return Marks.asyncMethods(owner).stream()
                .anyMatch(
                        other -> !other.equals(method) && other.getSimpleName().equals(method.getSimpleName()));
    }

    /**
     * The simple names of a class and of the classes around it.
     *
     * @param type the class
     * @return the names, outermost first; null for a local or anonymous class, or one within
     */
    public static @Nullable List<String> simpleNames(TypeElement type) {
        LinkedList<String> names = new LinkedList<>();
        Element element = type;
        while (element instanceof TypeElement around) {
            if (around.getNestingKind() == NestingKind.LOCAL || around.getNestingKind() == NestingKind.ANONYMOUS) {
                return null;
            }
            names.addFirst(around.getSimpleName().toString());
            element = around.getEnclosingElement();
        }
        return List.copyOf(names);
    }
}
