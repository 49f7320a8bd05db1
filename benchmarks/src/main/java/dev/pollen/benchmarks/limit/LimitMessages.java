// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** Tasks that send and receive on {@link LimitChannel}s. */
public abstract class LimitMessages extends LimitTask {
    private static final Object MESSAGE = "message";

    /** How many messages. */
    private int count;

    /** How many are left. */
    int left;

    /** How many were received. */
    private int received;

    private LimitMessages() {}

    /**
     * Sets how many messages the task sends, receives, or both.
     *
     * @param messages the number
     */
    public final void set(int messages) {
        count = messages;
    }

    /**
     * How many messages the task has received in its last run.
     *
     * @return the number
     */
    public final int received() {
        return received;
    }

    final void start() {
        if (state == 0) {
            left = count;
            received = 0;
            state = 1;
        }
    }

    final boolean took(Object message) {
        if (message == null) {
            return false;
        }
        received++;
        return true;
    }

    /**
     * Sends all messages.
     *
     * @param to where to
     * @return the task
     */
    public static LimitMessages producer(LimitChannel to) {
        return new Producer(to);
    }

    /**
     * Receives all messages.
     *
     * @param from where from
     * @return the task
     */
    public static LimitMessages consumer(LimitChannel from) {
        return new Consumer(from);
    }

    /**
     * Sends a message and waits for the answer, again and again.
     *
     * @param to where to
     * @param from where the answers come from
     * @return the task
     */
    public static LimitMessages ping(LimitChannel to, LimitChannel from) {
        return new Ping(to, from);
    }

    /**
     * Answers each message.
     *
     * @param from where they come from
     * @param to where to
     * @return the task
     */
    public static LimitMessages pong(LimitChannel from, LimitChannel to) {
        return new Pong(from, to);
    }

    /**
     * Receives from the first of two channels that has something.
     *
     * @param first the one that goes first
     * @param second the other
     * @return the task
     */
    public static LimitMessages selecting(LimitChannel first, LimitChannel second) {
        return new Selecting(first, second);
    }

    /**
     * Sends itself a message and receives it from the first of two channels that has something.
     *
     * @param first the one that has it
     * @param second the other
     * @return the task
     */
    public static LimitMessages selectingOwn(LimitChannel first, LimitChannel second) {
        return new SelectingOwn(first, second);
    }

    private static final class Producer extends LimitMessages {
        private final LimitChannel to;

        Producer(LimitChannel to) {
            this.to = to;
        }

        @Override
        protected boolean poll() {
            start();
            while (left != 0) {
                if (!to.send(MESSAGE, this)) {
                    return false;
                }
                left--;
            }
            return true;
        }
    }

    private static final class Consumer extends LimitMessages {
        private final LimitChannel from;

        Consumer(LimitChannel from) {
            this.from = from;
        }

        @Override
        protected boolean poll() {
            start();
            while (left != 0) {
                if (!took(from.receive(this))) {
                    return false;
                }
                left--;
            }
            return true;
        }
    }

    private static final class Ping extends LimitMessages {
        private final LimitChannel to;
        private final LimitChannel from;

        Ping(LimitChannel to, LimitChannel from) {
            this.to = to;
            this.from = from;
        }

        @Override
        protected boolean poll() {
            start();
            while (left != 0) {
                if (state == 1) {
                    if (!to.send(MESSAGE, this)) {
                        return false;
                    }
                    state = 2;
                }
                if (!took(from.receive(this))) {
                    return false;
                }
                state = 1;
                left--;
            }
            return true;
        }
    }

    private static final class Pong extends LimitMessages {
        private final LimitChannel from;
        private final LimitChannel to;
        private Object message;

        Pong(LimitChannel from, LimitChannel to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected boolean poll() {
            start();
            while (left != 0) {
                if (state == 1) {
                    message = from.receive(this);
                    if (!took(message)) {
                        return false;
                    }
                    state = 2;
                }
                if (!to.send(message, this)) {
                    return false;
                }
                message = null;
                state = 1;
                left--;
            }
            return true;
        }
    }

    private static final class Selecting extends LimitMessages {
        private final LimitChannel first;
        private final LimitChannel second;

        Selecting(LimitChannel first, LimitChannel second) {
            this.first = first;
            this.second = second;
        }

        @Override
        protected boolean poll() {
            start();
            while (left != 0) {
                if (took(first.receive(this))) {
                    second.forgetReceiver();
                } else if (took(second.receive(this))) {
                    first.forgetReceiver();
                } else {
                    return false;
                }
                left--;
            }
            return true;
        }
    }

    private static final class SelectingOwn extends LimitMessages {
        /** The budget of Pollen's polls: a task that never waits gives way. */
        private static final int BUDGET = 128;

        private final LimitChannel first;
        private final LimitChannel second;

        SelectingOwn(LimitChannel first, LimitChannel second) {
            this.first = first;
            this.second = second;
        }

        @Override
        protected boolean poll() {
            start();
            for (int budget = BUDGET; left != 0; left--) {
                if (budget-- == 0) {
                    wake();
                    return false;
                }
                first.send(MESSAGE, this);
                if (took(first.receive(this))) {
                    second.forgetReceiver();
                }
            }
            return true;
        }
    }
}
