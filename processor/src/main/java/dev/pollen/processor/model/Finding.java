// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;

/**
 * One message about a place in a method, as the weaver finds it in a class file; a front end that has the source prints
 * it at the user's expression.
 *
 * @param message which message
 * @param arguments what its template needs
 * @param method the method that holds the place
 * @param line the line of the place; 0 where the class file has none
 * @param call the simple name of the method whose call is meant, {@code return}, {@code =}, {@code +} or {@code ->} for a
 *     return, an assignment, a concatenation or a lambda, {@code ;} for a statement; empty for the method as a whole
 */
public record Finding(Message message, List<String> arguments, MethodRef method, int line, String call) {
    /** Copies the list. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /**
     * The place as a class file tells it, for where there is no source.
     *
     * @return class and method, and the line if there is one
     */
    public String place() {
        String methodName = method.name().isEmpty() ? "" : "." + method.name();
        return Names.binary(method.owner()) + methodName + (line > 0 ? ":" + line : "");
    }

    /**
     * The text for people.
     *
     * @return id and text, without the place
     */
    public String text() {
        return message.text(arguments.toArray());
    }
}
