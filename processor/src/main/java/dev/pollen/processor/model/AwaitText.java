// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/**
 * An {@code await} as the source has it.
 *
 * @param line its line, counted from 1
 * @param text the whole call on one line, without comments
 */
public record AwaitText(int line, String text) {}
