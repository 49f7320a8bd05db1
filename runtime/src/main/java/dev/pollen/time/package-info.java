// SPDX-License-Identifier: Apache-2.0
/**
 * Clocks and the futures that wait for them. Times are {@code long} nanoseconds of a monotonic {@link
 * dev.pollen.time.Clock}.
 */
@NullMarked
package dev.pollen.time;

import org.jspecify.annotations.NullMarked;
