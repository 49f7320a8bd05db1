// SPDX-License-Identifier: Apache-2.0
/**
 * What all stages speak of: async methods and the names made for them, what a call gives, messages. Plain immutable
 * data; nothing here knows a compiler, a class file or a front end.
 */
@NullMarked
package dev.pollen.processor.model;

import org.jspecify.annotations.NullMarked;
