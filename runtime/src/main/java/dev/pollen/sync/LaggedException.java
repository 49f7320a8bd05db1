// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

/**
 * Thrown to a {@link Subscriber} that was so far behind that messages were dropped before it read them. It goes on with
 * the oldest that is kept.
 *
 * <pre>{@code
 * try {
 *     print(await(lines.next()));
 * } catch (LaggedException gap) {
 *     print("missed " + gap.missed() + ", going on with " + await(lines.next()));
 * }
 * }</pre>
 *
 * <p>One instance for each subscriber, without stack trace, cause or suppressed exceptions, so that it costs no
 * allocation: what it says is valid until the same subscriber lags again.
 */
public final class LaggedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private long missed;

    LaggedException() {
        super(null, null, false, false);
    }

    LaggedException by(long messages) {
        missed = messages;
        return this;
    }

    /**
     * How many messages were dropped.
     *
     * @return at least 1
     */
    public long missed() {
        return missed;
    }

    @Override
    public String getMessage() {
        return Long.toString(missed).concat(missed == 1 ? " message was missed" : " messages were missed");
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
