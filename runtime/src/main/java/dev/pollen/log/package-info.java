// SPDX-License-Identifier: Apache-2.0
/**
 * Log lines that cost neither text nor heap: a line is the number of its format and its arguments as bytes in a ring, a
 * task drains the ring when nothing else is to be done, and a decoder that knows the class files makes text of it.
 */
@NullMarked
package dev.pollen.log;

import org.jspecify.annotations.NullMarked;
