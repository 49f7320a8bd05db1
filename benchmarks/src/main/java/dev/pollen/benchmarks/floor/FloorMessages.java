// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

import dev.pollen.benchmarks.floor.FloorChannel.Wait;

/** Tasks that send and receive on {@link FloorChannel}s. */
public final class FloorMessages extends FloorTask {
    private static final Object MESSAGE = "message";

    /** What a task does. */
    public enum Kind {
        /** Sends all messages into the first channel. */
        PRODUCER,
        /** Receives all messages from the first channel. */
        CONSUMER,
        /** Sends a message into the first channel and receives one from the second, again and again. */
        PING,
        /** Receives a message from the first channel and sends it into the second, again and again. */
        PONG,
        /** Receives from the first of both channels that has something. */
        SELECTING,
        /** The same, and sends the message into the first channel before. */
        SELECTING_OWN
    }

    private final Wait one = new Wait();
    private final Wait other = new Wait();
    private Kind kind;
    private FloorChannel first;
    private FloorChannel second;
    private Object message;
    private int count;
    private int left;
    private int received;

    /**
     * Makes a slot.
     *
     * @param pool its pool
     * @param index its place there
     */
    public FloorMessages(FloorPool<?> pool, int index) {
        super(pool, index);
    }

    /**
     * Sets what the task does.
     *
     * @param does what
     * @param a the first channel
     * @param b the second one; null where there is none
     * @param messages how many
     * @return this
     */
    public FloorMessages set(Kind does, FloorChannel a, FloorChannel b, int messages) {
        kind = does;
        first = a;
        second = b;
        count = messages;
        return this;
    }

    /**
     * How many messages the task has received in its last run.
     *
     * @return the number
     */
    public int received() {
        return received;
    }

    /**
     * What the task waits for.
     *
     * @return in words
     */
    public String waitsFor() {
        return one + ", " + other;
    }

    @Override
    protected int intResult() {
        return received;
    }

    @Override
    protected void unwind() {
        one.cancel();
        other.cancel();
    }

    @Override
    protected boolean poll(FloorExecutor cx) {
        if (state == 0) {
            left = count;
            received = 0;
            state = 1;
        } else {
            checkPollable();
        }
        boolean ended = switch (kind) {
            case PRODUCER -> produce(cx);
            case CONSUMER -> consume(cx);
            case PING -> ping(cx);
            case PONG -> pong(cx);
            case SELECTING -> select(cx);
            case SELECTING_OWN -> selectOwn(cx);
        };
        if (ended) {
            state = OVER;
        }
        return ended;
    }

    private boolean produce(FloorExecutor cx) {
        for (; left != 0; left--) {
            if (!first.send(MESSAGE, one, cx)) {
                return false;
            }
        }
        return true;
    }

    private boolean consume(FloorExecutor cx) {
        for (; left != 0; left--) {
            if (first.receive(one, cx) == null) {
                return false;
            }
            received++;
        }
        return true;
    }

    private boolean ping(FloorExecutor cx) {
        for (; left != 0; left--) {
            if (state == 1) {
                if (!first.send(MESSAGE, one, cx)) {
                    return false;
                }
                state = 2;
            }
            if (second.receive(other, cx) == null) {
                return false;
            }
            received++;
            state = 1;
        }
        return true;
    }

    private boolean pong(FloorExecutor cx) {
        for (; left != 0; left--) {
            if (state == 1) {
                message = first.receive(one, cx);
                if (message == null) {
                    return false;
                }
                received++;
                state = 2;
            }
            if (!second.send(message, other, cx)) {
                return false;
            }
            message = null;
            state = 1;
        }
        return true;
    }

    private boolean select(FloorExecutor cx) {
        for (; left != 0; left--) {
            if (!selected(cx)) {
                return false;
            }
        }
        return true;
    }

    private boolean selectOwn(FloorExecutor cx) {
        for (; left != 0; left--) {
            if (state == 1) {
                first.trySend(MESSAGE, cx);
                state = 2;
            }
            if (!selected(cx)) {
                return false;
            }
            state = 1;
        }
        return true;
    }

    private boolean selected(FloorExecutor cx) {
        if (first.receive(one, cx) != null) {
            other.cancel();
        } else if (second.receive(other, cx) != null) {
            one.cancel();
        } else {
            return false;
        }
        received++;
        return true;
    }
}
