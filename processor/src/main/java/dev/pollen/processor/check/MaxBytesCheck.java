// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import java.util.List;

/** {@code @AsyncTask(maxBytes = -1)} is an error: whoever writes it means something that it does not say. */
final class MaxBytesCheck implements MethodCheck {
    private final Marks marks;

    MaxBytesCheck(Marks marks) {
        this.marks = marks;
    }

    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        int maxBytes = method.kind() == AsyncKind.TASK ? marks.value(method.mark(), "maxBytes", Integer.class, 0) : 0;
        if (maxBytes >= 0) {
            return List.of();
        }
        return List.of(new ElementFinding(
                Message.MAX_BYTES,
                List.of(String.valueOf(maxBytes)),
                method.element(),
                method.mark(),
                marks.given(method.mark(), "maxBytes")));
    }
}
