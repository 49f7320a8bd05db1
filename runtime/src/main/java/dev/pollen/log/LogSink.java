// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.Future;

/**
 * Where the bytes of lines go. What sends bytes asynchronously fits in one line, {@code (bytes, from, count) ->
 * port.write(bytes, from, count)}; where that declares exceptions, write an {@code @Async} method that implements this one, or
 * a task of your own as {@link LogDrain} shows.
 *
 * <p>One write at a time. A sink does not log: each line would make the next.
 */
@FunctionalInterface
public interface LogSink {
    /**
     * Writes bytes. Called on the executor's thread.
     *
     * @param bytes what is written; it does not change until the future is ready
     * @param from the first byte
     * @param count how many, at least 1
     * @return a future that is ready when the bytes may change again; its exception ends the task that drains
     * @throws Exception what the call declares, where that is sent on; it ends the task, too
     */
    Future<Void> write(byte[] bytes, int from, int count) throws Exception;

    /**
     * Writes the last bytes, when nothing can be awaited any more: the executor ends. Does nothing where it is not
     * overridden, so a sink that sends later loses what was not sent.
     *
     * @param bytes what is written
     * @param from the first byte
     * @param count how many, at least 1
     */
    default void writeLast(byte[] bytes, int from, int count) {}
}
