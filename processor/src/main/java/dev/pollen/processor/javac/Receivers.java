// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.Implementation;
import dev.pollen.processor.model.Marks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a call can reach: those of the classes that {@code implementations} names, or of a type that is sealed or
 * final all the way down.
 */
final class Receivers {
    private final Elements elements;
    private final FutureNames names;
    private final Marks marks;

    Receivers(Elements elements, FutureNames names, Marks marks) {
        this.elements = elements;
        this.names = names;
        this.marks = marks;
    }

    /**
     * Finds out what a call can reach.
     *
     * @param receiver the static type of the receiver
     * @param method the async function that is called
     * @param display the method for people
     * @return what is known
     */
    Dispatch of(TypeElement receiver, ExecutableElement method, String display) {
        AnnotationMirror mark = Marks.of(method).get(0);
        int maxDepth = marks.value(mark, "maxDepth", Integer.class, Dispatch.DEFAULT_DEPTH);
        List<TypeElement> classes = named(mark);
        if (classes.isEmpty()) {
            classes = leaves(receiver);
        }
        if (classes == null) {
            return new Dispatch(display, maxDepth, List.of(), true);
        }
        Set<String> frames = new LinkedHashSet<>();
        boolean open = false;
        for (TypeElement type : classes) {
            ExecutableElement reached = Implementation.of(method, type, elements);
            if (reached == null || isLocal(reached)) {
                open = true;
            } else if (isFunction(reached)) {
                frames.add(names.of(reached).replace('.', '/'));
            }
        }
        return new Dispatch(display, maxDepth, List.copyOf(frames), open);
    }

    private List<TypeElement> named(AnnotationMirror mark) {
        AnnotationValue value = marks.given(mark, "implementations");
        List<TypeElement> classes = new ArrayList<>();
        if (value != null && value.getValue() instanceof List<?> list) {
            for (Object entry : list) {
                if (((AnnotationValue) entry).getValue() instanceof DeclaredType type) {
                    classes.add((TypeElement) type.asElement());
                }
            }
        }
        return classes;
    }

    /** The classes that objects of a type can have; null if they are not known. */
    private static @Nullable List<TypeElement> leaves(TypeElement type) {
        List<TypeElement> leaves = new ArrayList<>();
        return collect(type, leaves) ? leaves : null;
    }

    private static boolean collect(TypeElement type, List<TypeElement> leaves) {
        Set<Modifier> modifiers = type.getModifiers();
        boolean sealed = modifiers.contains(Modifier.SEALED);
        if (!sealed && !modifiers.contains(Modifier.FINAL)) {
            return false;
        }
        if (!modifiers.contains(Modifier.ABSTRACT)) {
            leaves.add(type);
        }
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            if (!(permitted instanceof DeclaredType subclass) || !collect((TypeElement) subclass.asElement(), leaves)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLocal(ExecutableElement method) {
        return FutureNames.simpleNames((TypeElement) method.getEnclosingElement()) == null;
    }

    private static boolean isFunction(ExecutableElement method) {
        List<AnnotationMirror> found = Marks.of(method);
        return !found.isEmpty() && Marks.kind(method, found.get(0)) == AsyncKind.FUNCTION;
    }

    /** Whether a class may name another one of another package: both are in one module, or the package is exported. */
    boolean canName(TypeElement type, @Nullable TypeElement from) {
        ModuleElement module = elements.getModuleOf(type);
        if (module == null || module.isUnnamed() || from != null && module.equals(elements.getModuleOf(from))) {
            return true;
        }
        String home = elements.getPackageOf(type).getQualifiedName().toString();
        return module.getDirectives().stream()
                .anyMatch(directive -> directive instanceof ModuleElement.ExportsDirective exports
                        && exports.getTargetModules() == null
                        && exports.getPackage().getQualifiedName().contentEquals(home));
    }
}
