// SPDX-License-Identifier: Apache-2.0
/**
 * The weaver's side of javac: what a task listener and a plugin can see, on public API alone. {@link
 * dev.pollen.processor.javac.Compilation} is where processor, plugin and listener of one compilation meet.
 */
@NullMarked
package dev.pollen.processor.javac;

import org.jspecify.annotations.NullMarked;
