// SPDX-License-Identifier: Apache-2.0
/**
 * From the bytes of log lines to text: for the console in a program, and for the command line, which has a copy of this
 * package. It reaches nothing but the JDK.
 */
@NullMarked
package dev.pollen.log.decode;

import org.jspecify.annotations.NullMarked;
