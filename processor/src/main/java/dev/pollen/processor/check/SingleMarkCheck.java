// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Message;
import java.util.List;

/** A method is awaited or spawned: {@code @Async @AsyncTask} is an error. */
final class SingleMarkCheck implements MethodCheck {
    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        return method.marks().size() == 1
                ? List.of()
                : List.of(ElementFinding.at(method.element(), Message.BOTH_MARKS, method.displayName()));
    }
}
