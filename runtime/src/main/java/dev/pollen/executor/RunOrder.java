// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/**
 * Decides in which order the tasks of a round are polled: for tests that look for code which relies on one order. Rounds
 * stay rounds: a task that is woken in one runs in the next.
 *
 * <pre>{@code
 * Random random = new Random(seed);
 * Executor executor = Executor.builder().order(random::nextInt).build();
 * }</pre>
 */
@FunctionalInterface
public interface RunOrder {
    /**
     * Chooses the task that is polled next. Called on the executor's thread at the beginning of a round, once for each
     * place in it but the last.
     *
     * @param ready how many tasks have no place yet, at least 2; they are counted from 0, first woken first
     * @return which of them, from 0 to {@code ready - 1}
     */
    int pick(int ready);
}
