// SPDX-License-Identifier: Apache-2.0
/**
 * What all stages speak of: async methods and the names made for them, what a call gives, messages. Plain immutable
 * data, and its reading from the compiler's elements; nothing here knows a class file or a front end.
 */
@NullMarked
package dev.pollen.processor.model;

import org.jspecify.annotations.NullMarked;
