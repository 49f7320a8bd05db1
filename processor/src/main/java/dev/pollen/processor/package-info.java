// SPDX-License-Identifier: Apache-2.0
/**
 * The annotation processor: reads async methods, checks them and has their Future classes written. {@link
 * dev.pollen.processor.AsyncProcessor} is the table of contents.
 */
@NullMarked
package dev.pollen.processor;

import org.jspecify.annotations.NullMarked;
