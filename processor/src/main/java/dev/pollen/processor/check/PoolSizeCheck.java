// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import java.util.List;

/** {@code @AsyncTask(poolSize = 0)} is an error: nothing could ever be spawned. */
final class PoolSizeCheck implements MethodCheck {
    private final Marks marks;

    PoolSizeCheck(Marks marks) {
        this.marks = marks;
    }

    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        if (method.kind() != AsyncKind.TASK || method.poolSize() >= 1) {
            return List.of();
        }
        return List.of(new ElementFinding(
                Message.POOL_SIZE,
                List.of(String.valueOf(method.poolSize())),
                method.element(),
                method.mark(),
                marks.given(method.mark(), "poolSize")));
    }
}
