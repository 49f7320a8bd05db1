// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The rules about declarations of async methods; all are applied, so that one compilation shows every error. */
public final class MethodChecks {
    private final List<MethodCheck> checks;

    /**
     * Makes the checks of one compilation.
     *
     * @param marks reads the values of annotations
     * @param elements the compilation's elements
     * @param types its types
     */
    public MethodChecks(Marks marks, Elements elements, Types types) {
        checks = List.of(
                new SingleMarkCheck(),
                new ReturnTypeCheck(),
                new StreamCheck(elements, types),
                new PoolSizeCheck(marks),
                new MaxBytesCheck(marks),
                new DepthCheck(marks),
                new ImplementationsCheck(marks, elements, types),
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
