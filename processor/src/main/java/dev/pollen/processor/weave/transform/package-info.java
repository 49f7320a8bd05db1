// SPDX-License-Identifier: Apache-2.0
/** What is changed: one class for each pass over a body, and one for each class or method that is written. */
@NullMarked
package dev.pollen.processor.weave.transform;

import org.jspecify.annotations.NullMarked;
