// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A method with a mark, read once and completely. Whether what it says is allowed is for the checks: a method with a
 * wrong return type is an {@code AsyncMethod} too.
 *
 * @param kind which mark counts
 * @param element the method
 * @param owner the class that declares it
 * @param marks its async marks, the one that counts first
 * @param reference the method as the owner's class file names it
 * @param futureName the binary name of its Future class, with dots
 * @param result what it returns; null if its return type is none that the mark allows
 * @param poolSize the number of slots that a task asks for; 0 for a function
 * @param taskName the name that a task was given; empty if it was given none
 * @param source what the source tells
 */
public record AsyncMethod(
        AsyncKind kind,
        ExecutableElement element,
        TypeElement owner,
        List<AnnotationMirror> marks,
        MethodRef reference,
        String futureName,
        @Nullable ResultKind result,
        int poolSize,
        String taskName,
        MethodSource source) {
    /** Copies the list and refuses what is not an async method. */
    public AsyncMethod {
        marks = List.copyOf(marks);
        if (marks.isEmpty() || !owner.equals(element.getEnclosingElement())) {
            throw new IllegalArgumentException("not an async method of " + owner + ": " + element);
        }
    }

    /**
     * The mark that counts.
     *
     * @return for positions of messages about the mark's values
     */
    public AnnotationMirror mark() {
        return marks.get(0);
    }

    /**
     * The method for people.
     *
     * @return for example {@code Blinky.blink}
     */
    public String displayName() {
        return owner.getSimpleName() + "." + element.getSimpleName();
    }

    /**
     * Whether there is anything to weave.
     *
     * @return false for an abstract or native method
     */
    public boolean hasBody() {
        return !is(Modifier.ABSTRACT) && !is(Modifier.NATIVE);
    }

    /**
     * Whether calls of the method reach those that implement it.
     *
     * @return true for an abstract async function of a class or interface
     */
    public boolean isAbstractFunction() {
        return kind == AsyncKind.FUNCTION && is(Modifier.ABSTRACT) && owner.getKind() != ElementKind.ANNOTATION_TYPE;
    }

    /**
     * Whether the method has a modifier, written or implied.
     *
     * @param modifier the modifier
     * @return whether it has it
     */
    public boolean is(Modifier modifier) {
        return element.getModifiers().contains(modifier);
    }
}
