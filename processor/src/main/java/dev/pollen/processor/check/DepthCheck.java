// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import java.util.List;
import javax.lang.model.element.AnnotationValue;

/** {@code @Async(maxDepth = 0)} is an error: the method could not even be awaited once. */
final class DepthCheck implements MethodCheck {
    private final Marks marks;

    DepthCheck(Marks marks) {
        this.marks = marks;
    }

    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        AnnotationValue depth = method.kind() == AsyncKind.FUNCTION ? marks.given(method.mark(), "maxDepth") : null;
        return depth == null || !(depth.getValue() instanceof Integer frames) || frames >= 1
                ? List.of()
                : List.of(new ElementFinding(
                        Message.MAX_DEPTH, List.of(frames.toString()), method.element(), method.mark(), depth));
    }
}
