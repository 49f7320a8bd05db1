// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Message;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** An async method needs a body that can be woven: {@code abstract} and {@code native} ones have none. */
final class BodyCheck implements MethodCheck {
    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        if (method.hasBody() || method.isAbstractFunction()) {
            return List.of();
        }
        return List.of(ElementFinding.at(method.element(), Message.NOT_SUPPORTED, what(method), instead(method)));
    }

    private static String what(AsyncMethod method) {
        if (method.is(Modifier.NATIVE)) {
            return "a native async method";
        }
        if (inAnnotationType(method)) {
            return "an async method of an annotation type";
        }
        return method.kind() == AsyncKind.GENERATOR ? "an abstract generator" : "an abstract task";
    }

    private static String instead(AsyncMethod method) {
        if (method.is(Modifier.NATIVE)) {
            return "there is no bytecode to weave. Write a hand-made Future around the native code";
        }
        if (inAnnotationType(method)) {
            return "its elements are constants. Take the mark away";
        }
        return method.kind() == AsyncKind.GENERATOR
                ? "a stream is placed where its class is known. Take the mark away here, and mark the methods that"
                        + " implement it"
                : "a task has a pool, and what a pool holds has one class. Make it @Async, and call it from a task";
    }

    private static boolean inAnnotationType(AsyncMethod method) {
        return method.owner().getKind() == ElementKind.ANNOTATION_TYPE;
    }
}
