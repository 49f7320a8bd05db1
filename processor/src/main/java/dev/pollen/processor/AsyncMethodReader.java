// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.ErasedTypes;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.MethodSource;
import dev.pollen.processor.model.ResultKind;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads marked methods, each once and completely. */
final class AsyncMethodReader {
    private final Marks marks;
    private final ErasedTypes erased;
    private final FutureNames names;
    private final Function<ExecutableElement, MethodSource> sources;

    /**
     * Makes the reader of one compilation.
     *
     * @param marks reads annotations
     * @param erased its types
     * @param names names Future classes
     * @param sources what the source tells of a method
     */
    AsyncMethodReader(
            Marks marks, ErasedTypes erased, FutureNames names, Function<ExecutableElement, MethodSource> sources) {
        this.marks = marks;
        this.erased = erased;
        this.names = names;
        this.sources = sources;
    }

    /**
     * Whether every type that the method's declaration names is known; types that other processors will write are not.
     *
     * @param method a method
     * @return whether {@link #read} can read it
     */
    static boolean isComplete(ExecutableElement method) {
        return isComplete(method.getReturnType())
                && method.getParameters().stream().allMatch(parameter -> isComplete(parameter.asType()))
                && method.getThrownTypes().stream().allMatch(AsyncMethodReader::isComplete);
    }

    private static boolean isComplete(TypeMirror type) {
        return type.accept(new MentionsErrors(), null) == Boolean.FALSE;
    }

    /**
     * Reads a method.
     *
     * @param method a complete method with a mark
     * @return what it says
     */
    AsyncMethod read(ExecutableElement method) {
        List<AnnotationMirror> found = Marks.of(method);
        AnnotationMirror mark = found.get(0);
        AsyncKind kind = Marks.kind(method, mark);
        boolean task = kind == AsyncKind.TASK;
        return new AsyncMethod(
                kind,
                method,
                (TypeElement) method.getEnclosingElement(),
                found,
                erased.reference(method),
                names.of(method),
                result(kind, method.getReturnType()),
                task ? marks.value(mark, "poolSize", Integer.class, 1) : 0,
                task ? marks.value(mark, "name", String.class, "") : "",
                sources.apply(method));
    }

    private @Nullable ResultKind result(AsyncKind kind, TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? ResultKind.of(kind.returned(), erased.internalName((TypeElement) ((DeclaredType) type).asElement()))
                : null;
    }
}
