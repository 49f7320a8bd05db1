// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** How long the polls of a task took together, and the longest of them. */
final class LimitTimes {
    long busy;
    long longest;

    LimitTimes() {}
}
