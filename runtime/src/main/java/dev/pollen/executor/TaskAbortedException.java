// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/**
 * Says that the task whose result is awaited was cancelled: by {@link JoinHandle#abort}, or because its executor was
 * stopped. Each slot has one instance, without stack trace, cause or suppressed exceptions.
 *
 * <pre>{@code
 * JoinHandle<Void> blinking = spawner.submit(blink());
 * await(Timer.afterMillis(1));
 * blinking.abort();
 * try {
 *     await(blinking);
 * } catch (TaskAbortedException e) {
 *     print("aborted");
 * }
 * }</pre>
 */
public final class TaskAbortedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TaskAbortedException(String task) {
        super("task ".concat(task).concat(" was aborted before it had a result"), null, false, false);
    }

    /**
     * Does nothing: the instance is shared and never has a cause.
     *
     * @param cause ignored
     * @return this
     */
    @Override
    public synchronized Throwable initCause(Throwable cause) {
        return this;
    }
}
