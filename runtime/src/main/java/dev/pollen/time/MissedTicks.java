// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

/**
 * What a {@link Ticker} does when a tick is seen so late that the one after it is due too. The late tick itself comes
 * at once in any case.
 *
 * <pre>{@code
 * Ticker ticker = Ticker.everyMillis(100).missed(MissedTicks.SKIP); // what was missed is left out
 * }</pre>
 */
public enum MissedTicks {
    /** Each missed tick comes, one after the other, until the ticker has caught up: the number of ticks is right. */
    BURST,
    /** The next tick comes a whole period after the late one: two ticks are never closer than a period. */
    DELAY,
    /** Missed ticks are left out; the next one comes at a whole multiple of the period again. */
    SKIP
}
