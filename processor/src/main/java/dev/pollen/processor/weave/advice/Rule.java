// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

/** One rule about methods that compile and are unwise. */
interface Rule {
    /**
     * Applies the rule, and reports to the method what breaks it.
     *
     * @param code a method that has code
     */
    void check(AdvisedMethod code);
}
