// SPDX-License-Identifier: Apache-2.0
/** Java source for what was decided before. Nothing here decides. */
@NullMarked
package dev.pollen.processor.writer;

import org.jspecify.annotations.NullMarked;
