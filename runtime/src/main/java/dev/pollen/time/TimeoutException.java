// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

/**
 * Says that a {@link Timeout} was over before its future was ready. The instance that timeouts throw is shared and has
 * no stack trace, cause or suppressed exceptions, so that a timeout allocates nothing.
 *
 * <pre>{@code
 * try {
 *     await(Timeout.after(three(sensor), 50)); // the three of them together
 * } catch (TimeoutException e) {
 *     print("too slow");
 * }
 * }</pre>
 */
public class TimeoutException extends Exception {
    private static final long serialVersionUID = 1;

    /** What every timeout throws. */
    static final TimeoutException SHARED = new TimeoutException();

    /** A timeout of the caller's own making; it has no stack trace either. */
    public TimeoutException() {
        super("the time was over before the awaited future was ready", null, false, false);
    }

    /**
     * Does nothing: the instance may be shared and never has a cause.
     *
     * @param cause ignored
     * @return this
     */
    @Override
    public synchronized Throwable initCause(Throwable cause) {
        return this;
    }
}
