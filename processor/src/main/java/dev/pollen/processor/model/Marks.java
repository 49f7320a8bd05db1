// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the marks of elements, from source and class files alike; an annotation is known by its name alone. */
public final class Marks {
    private final Elements elements;

    /**
     * Makes a reader.
     *
     * @param elements where defaults of annotations are looked up
     */
    public Marks(Elements elements) {
        this.elements = elements;
    }

    /**
     * Finds an annotation.
     *
     * @param element what carries it
     * @param annotation the annotation's internal name
     * @return the annotation; null if it is not there
     */
    public static @Nullable AnnotationMirror find(Element element, String annotation) {
        String name = Names.binary(annotation);
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(name)) {
                return mirror;
            }
        }
        return null;
    }

    /**
     * The async marks of a method: the one that counts comes first. A method that has both counts as what its return
     * type says, so that its Future class is useful while the error is there.
     *
     * @param method the method
     * @return one mark, or both; empty if the method is not async
     */
    public static List<AnnotationMirror> of(ExecutableElement method) {
        List<AnnotationMirror> marks = new ArrayList<>(2);
        AnnotationMirror task = find(method, Names.ASYNC_TASK);
        if (task != null) {
            marks.add(task);
        }
        AnnotationMirror function = find(method, Names.ASYNC);
        if (function != null) {
            marks.add(returnsTask(method) ? marks.size() : 0, function);
        }
        return marks;
    }

    private static boolean returnsTask(ExecutableElement method) {
        return method.getReturnType() instanceof DeclaredType type
                && type.asElement().toString().startsWith(Names.binary(Names.TASK));
    }

    /**
     * What the marks around an element say of allocation in its code.
     *
     * @param element a method or class
     * @return the innermost mark, of the element, the method or class that encloses it, or its package; null for none
     */
    public static @Nullable AllocationMark allocation(Element element) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            if (find(at, Names.ALLOW_ALLOCATION) != null) {
                return new AllocationMark(false, name(at));
            }
            if (find(at, Names.NO_ALLOCATION) != null) {
                return new AllocationMark(true, name(at));
            }
        }
        return null;
    }

    private static String name(Element element) {
        if (element instanceof PackageElement) {
            return "package " + element;
        }
        Element around = element.getEnclosingElement();
        boolean outermost = around == null || around instanceof PackageElement;
        return outermost ? element.getSimpleName().toString() : name(around) + "." + element.getSimpleName();
    }

    /**
     * The kind that a mark says, together with the return type of its method.
     *
     * @param method the method
     * @param mark one of {@link #of}
     * @return the kind
     */
    public static AsyncKind kind(ExecutableElement method, AnnotationMirror mark) {
        TypeElement type = (TypeElement) mark.getAnnotationType().asElement();
        if (!type.getQualifiedName().contentEquals(Names.binary(Names.ASYNC))) {
            return AsyncKind.TASK;
        }
        return returnsStream(method) ? AsyncKind.GENERATOR : AsyncKind.FUNCTION;
    }

    /**
     * Whether a method returns a stream.
     *
     * @param method the method
     * @return true for {@code AsyncStream} and its forms
     */
    public static boolean returnsStream(ExecutableElement method) {
        String stream = Names.binary(Names.ASYNC_STREAM);
        return method.getReturnType() instanceof DeclaredType type
                && (type.asElement().toString().equals(stream)
                        || type.asElement().toString().startsWith(stream + "."));
    }

    /**
     * The async methods that a class declares.
     *
     * @param owner the class
     * @return in the order of the source
     */
    public static List<ExecutableElement> asyncMethods(TypeElement owner) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> !of(method).isEmpty())
                .toList();
    }

    /**
     * A value of an annotation, given or default.
     *
     * @param <T> the type of the value
     * @param mark the annotation
     * @param name the name of the value
     * @param type the type of the value
     * @param otherwise what to take where the source gives something else, which is the compiler's to report
     * @return the value
     */
    public <T> T value(AnnotationMirror mark, String name, Class<T> type, T otherwise) {
        AnnotationValue value = given(mark, name);
        return value != null && type.isInstance(value.getValue()) ? type.cast(value.getValue()) : otherwise;
    }

    /**
     * A value of an annotation, for the position of a message.
     *
     * @param mark the annotation
     * @param name the name of the value
     * @return the value; null if the annotation has none of that name
     */
    public @Nullable AnnotationValue given(AnnotationMirror mark, String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                elements.getElementValuesWithDefaults(mark).entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
