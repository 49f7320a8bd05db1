// SPDX-License-Identifier: Apache-2.0
/**
 * Misuse that only attributed trees show: one class for each rule, which is asked about each tree of the kinds that it
 * looks at. Findings are values that carry the tree they are printed at.
 */
@NullMarked
package dev.pollen.processor.javac.misuse;

import org.jspecify.annotations.NullMarked;
