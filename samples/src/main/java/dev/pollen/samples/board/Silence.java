// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.log.LogSink;

/** Takes a log and prints nothing. */
final class Silence implements LogSink, Future<Void> {
    @Override
    public Future<Void> write(byte[] bytes, int from, int count) {
        return this;
    }

    @Override
    public Poll poll(Context cx) {
        return Poll.READY;
    }

    @Override
    public Void get() {
        return null;
    }

    @Override
    public void cancel() {
        // Nothing is under way.
    }
}
