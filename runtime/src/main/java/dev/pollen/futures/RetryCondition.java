// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

/**
 * What is worth another attempt, see {@link Retry#retryIf}.
 *
 * @see Retry
 */
@FunctionalInterface
public interface RetryCondition {
    /**
     * Asked with the exception of an attempt.
     *
     * @param thrown the exception
     * @return whether to try again
     */
    boolean isWorthRetrying(Exception thrown);
}
