// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/**
 * What a user's mark says of the allocation in the code that it encloses; the innermost mark counts.
 *
 * @param forbids true for {@code @NoAllocation}, false for {@code @AllowAllocation}
 * @param where what carries the mark, for messages; for example {@code Blinky.blink}, {@code package demo}
 */
public record AllocationMark(boolean forbids, String where) {}
