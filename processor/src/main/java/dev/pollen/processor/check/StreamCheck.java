// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A stream comes from an {@code @Async} method, and without checked exceptions: javac looks for those at the call. */
final class StreamCheck implements MethodCheck {
    private final Elements elements;
    private final Types types;

    StreamCheck(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        if (method.kind() == AsyncKind.TASK && Marks.returnsStream(method.element())) {
            return List.of(ElementFinding.at(method.element(), Message.STREAM_TASK, method.displayName()));
        }
        String thrown = method.element().getThrownTypes().stream()
                .filter(this::isChecked)
                .map(TypeMirror::toString)
                .collect(Collectors.joining(", "));
        return method.kind() != AsyncKind.GENERATOR || thrown.isEmpty()
                ? List.of()
                : List.of(ElementFinding.at(method.element(), Message.STREAM_THROWS, method.displayName(), thrown));
    }

    private boolean isChecked(TypeMirror thrown) {
        return !isSubtype(thrown, "java.lang.RuntimeException") && !isSubtype(thrown, "java.lang.Error");
    }

    private boolean isSubtype(TypeMirror type, String above) {
        return types.isSubtype(
                types.erasure(type), elements.getTypeElement(above).asType());
    }
}
