// SPDX-License-Identifier: Apache-2.0
/**
 * What an async method's declaration must keep to: one class for each rule. A finding is a value; who applies the rules
 * prints it.
 */
@NullMarked
package dev.pollen.processor.check;

import org.jspecify.annotations.NullMarked;
