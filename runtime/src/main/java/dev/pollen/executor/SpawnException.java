// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/**
 * Says that a task was not spawned: its pool had no free slot, or the executor takes no tasks any more, or the task was
 * spawned before. The text names the task, says where each slot of its pool waits, and what to do.
 *
 * <pre>{@code
 * try {
 *     spawner.spawn(single(spawner)); // a pool of one, and this is the one
 * } catch (SpawnException e) {
 *     print("refused");
 * }
 * }</pre>
 */
public class SpawnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without further explanation. */
    public SpawnException() {
        this("the task was not spawned");
    }

    /**
     * With an explanation.
     *
     * @param message which task, and why it was not spawned
     */
    public SpawnException(String message) {
        super(message);
    }
}
