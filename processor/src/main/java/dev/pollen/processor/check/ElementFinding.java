// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.Message;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * One message about an element.
 *
 * @param message which message
 * @param arguments what its template needs
 * @param element what it is about
 * @param mark the annotation that it is about; null for the element as a whole
 * @param value the annotation's value that it is about; null for the annotation as a whole
 */
public record ElementFinding(
        Message message,
        List<String> arguments,
        Element element,
        @Nullable AnnotationMirror mark,
        @Nullable AnnotationValue value) {
    /** Copies the list. */
    public ElementFinding {
        arguments = List.copyOf(arguments);
    }

    /**
     * A finding about an element as a whole.
     *
     * @param message which message
     * @param element what it is about
     * @param arguments what its template needs
     * @return the finding
     */
    public static ElementFinding at(Element element, Message message, String... arguments) {
        return new ElementFinding(message, List.of(arguments), element, null, null);
    }

    /**
     * Prints the finding at its element.
     *
     * @param messager the compiler's
     */
    public void print(Messager messager) {
        messager.printMessage(
                DiagnosticKinds.of(message.severity()), message.text(arguments.toArray()), element, mark, value);
    }
}
