// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncMethod;
import java.util.List;

/** One rule about an async method's declaration. */
interface MethodCheck {
    /**
     * Applies the rule.
     *
     * @param method any async method
     * @return what is wrong with it; empty if the rule is kept
     */
    List<ElementFinding> check(AsyncMethod method);
}
