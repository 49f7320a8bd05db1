// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * The future of {@link Logger#read}, and its slot.
 *
 * <pre>
 *   EMPTY --placed--> PLACED --poll: nothing there--> WAITING --poll--> DONE --placed--> ..
 *                        '-------poll: lines---------------------------^
 *   PLACED, WAITING --cancel--> CANCELLED --placed--> ..
 * </pre>
 */
public final class LogRead implements Future.OfInt, Describable {
    private static final byte EMPTY = 0;
    private static final byte PLACED = 1;
    private static final byte WAITING = 2;
    private static final byte DONE = 3;
    private static final byte CANCELLED = 4;

    private @Nullable Logger logger;
    private byte @Nullable [] buffer;
    private int bytes;
    private byte phase;

    /** An empty slot. */
    public LogRead() {}

    void place(Logger from, byte[] to) {
        if (to.length < Logger.BUFFER_BYTES) {
            throw new IllegalArgumentException("the buffer of Logger.read(..) has at least "
                    .concat(Integer.toString(Logger.BUFFER_BYTES))
                    .concat(" bytes, so that every line fits, and not ")
                    .concat(Integer.toString(to.length)));
        }
        if (phase == WAITING) {
            throw new IllegalStateException(
                    "Logger.read(..) was placed in a slot that is still in use; cancel it or poll it to its end first");
        }
        logger = from;
        buffer = to;
        phase = PLACED;
    }

    @Override
    public Poll poll(Context cx) {
        Logger from = logger;
        byte[] to = buffer;
        if (from == null || to == null || phase != PLACED && phase != WAITING) {
            throw new IllegalStateException("Logger.read(..)"
                    .concat(
                            switch (phase) {
                                case EMPTY -> " was polled before it was placed in its slot";
                                case DONE -> " was polled after completion; it ends once, call the method again";
                                default -> " was polled after cancel; call the method again";
                            }));
        }
        LogRing ring = from.ring();
        if (!ring.attach(this)) {
            throw new IllegalStateException(
                    "two read the lines of one logger: each would get a part of them. Let one task read, and hand on");
        }
        phase = WAITING;
        if (ring.next(cx.waker()) < 0) {
            return Poll.PENDING;
        }
        if (!cx.spend()) {
            cx.waker().wake();
            return Poll.PENDING;
        }
        bytes = LogStream.fill(ring, to);
        ends(DONE, from);
        return Poll.READY;
    }

    @Override
    public int getAsInt() {
        if (phase != DONE) {
            throw new IllegalStateException("the value of Logger.read(..) was read before poll returned READY");
        }
        return bytes;
    }

    @Override
    public void cancel() {
        Logger from = logger;
        if (from != null && (phase == PLACED || phase == WAITING)) {
            ends(CANCELLED, from);
        }
    }

    private void ends(byte as, Logger from) {
        from.ring().detach(this);
        logger = null;
        buffer = null;
        phase = as;
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.reason("the next log line");
    }
}
