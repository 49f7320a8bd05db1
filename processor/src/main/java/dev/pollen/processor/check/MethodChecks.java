// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import java.util.List;

/** The rules about declarations of async methods; all are applied, so that one compilation shows every error. */
public final class MethodChecks {
    private final List<MethodCheck> checks;

    /**
     * Makes the checks of one compilation.
     *
     * @param marks reads the values of annotations
     */
    public MethodChecks(Marks marks) {
        checks = List.of(
                new SingleMarkCheck(),
                new ReturnTypeCheck(),
                new PoolSizeCheck(marks),
                new SettingCheck(),
                new BodyCheck(),
                new MonitorCheck());
    }

    /**
     * Applies every rule.
     *
     * @param method any async method
     * @return what is wrong with it
     */
    public List<ElementFinding> check(AsyncMethod method) {
        return checks.stream().flatMap(check -> check.check(method).stream()).toList();
    }
}
