// SPDX-License-Identifier: Apache-2.0
/**
 * What compiles and is unwise: one class for each rule, which looks at a method as its compiler wrote it. Nothing here
 * changes a class.
 */
@NullMarked
package dev.pollen.processor.weave.advice;

import org.jspecify.annotations.NullMarked;
