// SPDX-License-Identifier: Apache-2.0
/** Log lines as text on the console of the program that writes them: for programs on a JVM. */
@NullMarked
package dev.pollen.log.console;

import org.jspecify.annotations.NullMarked;
