// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/** What one poll of a future found. */
public enum Poll {
    /** The future waits; it has handed the context's waker to whatever will wake it. */
    PENDING,
    /** The future is complete; {@code get} gives its value. */
    READY
}
