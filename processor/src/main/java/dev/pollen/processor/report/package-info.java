// SPDX-License-Identifier: Apache-2.0
/** How much memory the tasks of an application take, as the weaver wrote it down in their Future classes. */
@NullMarked
package dev.pollen.processor.report;

import org.jspecify.annotations.NullMarked;
