// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/**
 * Thrown at the await of a frame that is cancelled, so that its {@code finally} blocks run. Code that catches it throws
 * it on: the frame is over in any case.
 *
 * <p>One shared instance, without stack trace, cause or suppressed exceptions.
 */
public final class CancelledError extends Error {
    private static final long serialVersionUID = 1;

    /** The only instance. */
    public static final CancelledError INSTANCE = new CancelledError();

    private CancelledError() {
        super("the async method was cancelled", null, false, false);
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
