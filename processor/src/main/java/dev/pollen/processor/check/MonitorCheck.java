// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Message;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code @Async synchronized} is an error: every await in it would stand under the lock. */
final class MonitorCheck implements MethodCheck {
    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        return method.is(Modifier.SYNCHRONIZED)
                ? List.of(ElementFinding.at(method.element(), Message.AWAIT_IN_MONITOR, "await"))
                : List.of();
    }
}
