// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Names;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;

/** Reads annotations of class files. */
public final class ClassMarks {
    private ClassMarks() {}

    /**
     * Finds an annotation.
     *
     * @param annotations the annotations of a class or method; null for none
     * @param name internal name of the annotation
     * @return the annotation
     */
    public static Optional<AnnotationNode> find(@Nullable List<AnnotationNode> annotations, String name) {
        return annotations == null
                ? Optional.empty()
                : annotations.stream()
                        .filter(annotation -> annotation.desc.equals(Names.descriptor(name)))
                        .findFirst();
    }

    /**
     * Reads an element of an annotation.
     *
     * @param <T> the type of the element
     * @param annotation the annotation
     * @param element the element's name
     * @param otherwise its default
     * @return the value, or the default where the annotation does not say
     */
    public static <T> T value(AnnotationNode annotation, String element, T otherwise) {
        for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
            if (annotation.values.get(i).equals(element)) {
                @SuppressWarnings("unchecked")
                T value = (T) annotation.values.get(i + 1);
                return value;
            }
        }
        return otherwise;
    }
}
