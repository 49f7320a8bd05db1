// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.events;

/**
 * Whatever can happen to the sampler, in one type.
 *
 * @param kind what has happened
 * @param cycle the cycle that it belongs to; 0 for none
 * @param value what was measured; 0 where nothing was
 */
record Event(Kind kind, int cycle, int value) {
    /** What can happen. */
    enum Kind {
        START,
        PERIOD,
        FIRST_SENSOR,
        SECOND_SENSOR,
        LIMIT,
        SENT,
        SLEEP
    }
}
