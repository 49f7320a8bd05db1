// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.time.Clock;

/**
 * Measures polls with one reading of the clock each: where one follows on another it begins when that one ended. What the
 * executor does in between, a few nanoseconds, counts for the later one.
 */
final class PollTiming {
    private final Clock clock;
    private long lastReading;

    /** Whether nothing but the executor's own steps has come after the last reading. */
    private boolean recent;

    PollTiming(Clock clock) {
        this.clock = clock;
    }

    void begin() {
        if (!recent) {
            recent = true;
            lastReading = clock.now();
        }
    }

    void end(TaskRecord record) {
        long now = clock.now();
        record.countTime(now - lastReading);
        lastReading = now;
    }

    /** The next poll does not follow on the last one: the executor has slept, or has done something else. */
    void interrupt() {
        recent = false;
    }
}
