// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.sync.Channel;

/** A UART that receives lines. They come from any thread; a sender waits while eight lines are not read yet. */
public final class Uart {
    private final Channel<byte[]> lines = Channel.of(8);

    Uart() {}

    /**
     * Waits for the next line.
     *
     * @return its bytes, without the end of the line
     */
    @Async
    public Future<byte[]> readLine() {
        return lines.receive();
    }

    /** Where the other end puts what it sends. */
    Channel<byte[]> wire() {
        return lines;
    }
}
