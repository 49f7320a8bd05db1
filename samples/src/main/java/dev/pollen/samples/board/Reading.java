// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

/**
 * What the sensor measured.
 *
 * @param percent of full scale, 0 to 100
 */
public record Reading(int percent) {}
