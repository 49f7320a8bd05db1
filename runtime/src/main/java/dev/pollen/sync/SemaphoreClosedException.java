// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

/**
 * Thrown at the await of an {@code acquire} on a {@link Semaphore} that is closed.
 *
 * <pre>{@code
 * try (var connection = await(connections.acquire())) {
 *     print("connected");
 * } catch (SemaphoreClosedException end) {
 *     print("no more connections");
 * }
 * }</pre>
 *
 * <p>One shared instance, without stack trace, cause or suppressed exceptions: closing is how a program says that no more
 * permits will come, and costs no allocation.
 */
public final class SemaphoreClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final SemaphoreClosedException INSTANCE = new SemaphoreClosedException();

    private SemaphoreClosedException() {
        super("the semaphore is closed", null, false, false);
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

    private Object readResolve() {
        return INSTANCE;
    }
}
