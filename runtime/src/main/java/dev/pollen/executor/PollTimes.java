// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/** How long the polls of one slot took; made by the first poll that is measured. */
final class PollTimes {
    private long busyNanos;
    private long longestPollNanos;

    PollTimes() {}

    void add(long nanos) {
        busyNanos += nanos;
        longestPollNanos = Math.max(longestPollNanos, nanos);
    }

    long busyNanos() {
        return busyNanos;
    }

    long longestPollNanos() {
        return longestPollNanos;
    }
}
