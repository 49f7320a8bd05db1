// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The Future class of an async method, decided down to the names: what is left is to write it.
 *
 * @param method the method
 * @param packageName its package; empty for the unnamed one
 * @param simpleName its simple name
 * @param isPublic whether it is public, as the method is to the outside; else it belongs to its package
 * @param result the form of {@code Frame} or {@code Task} that it extends
 * @param value what the form is of; says nothing for the primitive forms
 * @param fields the receiver, then the parameters, in types that the class can name
 * @param pool the pool of a task; null for a function
 * @param suppressed the compiler's warnings that its types would cause
 * @param shadowed simple names that mean something else in its package, so that it has to qualify them
 */
public record FutureClass(
        AsyncMethod method,
        String packageName,
        String simpleName,
        boolean isPublic,
        ResultKind result,
        TypeMirror value,
        List<Field> fields,
        @Nullable Pool pool,
        List<String> suppressed,
        List<String> shadowed) {
    /** Copies the lists. */
    public FutureClass {
        fields = List.copyOf(fields);
        suppressed = List.copyOf(suppressed);
        shadowed = List.copyOf(shadowed);
    }

    /**
     * An argument of the method.
     *
     * @param name the field's name
     * @param type a type that the class can name
     */
    public record Field(String name, TypeMirror type) {}

    /**
     * The pool of a task.
     *
     * @param key {@code <binary class>.<method>}, which properties override its size by
     * @param name the task's name in dumps
     * @param size the number of slots
     */
    public record Pool(String key, String name, int size) {}
}
