// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

/**
 * Thrown at the await of a send on a {@link Channel} that is closed, and of a receive when it is closed and empty; also by
 * what else carries messages and can be closed.
 *
 * <pre>{@code
 * try {
 *     for (; ; ) {
 *         await(radio.send(await(packets.receive())));
 *     }
 * } catch (ChannelClosedException end) {
 *     print("nothing more will come, and nothing is left");
 * }
 * }</pre>
 *
 * <p>One shared instance, without stack trace, cause or suppressed exceptions: the end of a stream of values is no
 * surprise, and costs no allocation.
 */
public final class ChannelClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final ChannelClosedException INSTANCE = new ChannelClosedException();

    private ChannelClosedException() {
        super("the channel is closed", null, false, false);
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
