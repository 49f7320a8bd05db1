// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/**
 * The least that a bounded channel of one executor can be which keeps the contract. Its duties, each of which has a test:
 *
 * <ol>
 *   <li>Any number of tasks wait on each side, first come, first served.
 *   <li>A task that is woken owns a value, or a slot: nobody barges past it.
 *   <li>One that is cancelled leaves its line, and what it was granted goes to the next.
 *   <li>Values leave in the order in which they came.
 *   <li>Close: senders fail at once, also those that wait, and receivers when the values are gone.
 *   <li>Another executor is refused, and so is another thread.
 *   <li>What is ready takes one from the budget of the poll; where there is none it is kept, and the task polled again.
 *   <li>It is known what a task waits for.
 * </ol>
 *
 * <p>What is left out, so that this is less than the contract: a future's own life (a wait is used again and again, and not
 * checked for being polled too often or by two tasks), reservations, priorities, channels that are made for each wait,
 * use outside of polls, and use by several threads.
 */
public final class FloorChannel {
    private static final int IDLE = 0;
    private static final int WAITING = 1;
    private static final int GRANTED = 2;

    private final String name;
    private final Object[] ring;
    private int head;
    private int size;

    /** Values that were not promised to a receiver. */
    private int values;

    /** Free slots that were not promised to a sender; none when this is closed. */
    private int slots;

    private boolean closed;
    private final Line receivers = new Line();
    private final Line senders = new Line();
    private FloorExecutor owner;
    private Thread thread;

    /**
     * An empty channel.
     *
     * @param name for the dump
     * @param capacity how many values it holds
     */
    public FloorChannel(String name, int capacity) {
        this.name = name;
        ring = new Object[capacity];
        slots = capacity;
    }

    /** A task's place in a line. */
    public static final class Wait {
        private FloorChannel channel;
        private boolean sends;
        private int phase;
        private FloorTask task;
        private Wait previous;
        private Wait next;

        /** A place that is in no line. */
        public Wait() {}

        /** Leaves the line; what was granted goes to the next. */
        public void cancel() {
            if (phase == WAITING) {
                (sends ? channel.senders : channel.receivers).remove(this);
            } else if (phase == GRANTED) {
                if (sends) {
                    channel.releaseSlot(channel.owner);
                } else {
                    channel.releaseValue(channel.owner);
                }
            }
            phase = IDLE;
        }

        @Override
        public String toString() {
            return phase == IDLE ? "nothing" : channel.name + (sends ? " full" : " empty");
        }
    }

    /** Who waits on one side. */
    private static final class Line {
        private Wait first;
        private Wait last;

        void add(Wait wait) {
            Wait before = last;
            if (first == null) {
                first = wait;
            } else {
                before.next = wait;
                wait.previous = before;
            }
            last = wait;
        }

        void remove(Wait wait) {
            Wait before = wait.previous;
            Wait behind = wait.next;
            if (before == null) {
                first = behind;
            } else {
                before.next = behind;
                wait.previous = null;
            }
            if (behind == null) {
                last = before;
            } else {
                behind.previous = before;
                wait.next = null;
            }
        }

        Wait grantFirst() {
            Wait wait = first;
            remove(wait);
            wait.phase = GRANTED;
            return wait;
        }
    }

    /**
     * Receives, or waits.
     *
     * @param wait the task's place
     * @param cx what it is polled with
     * @return the value; null if the task has to wait
     * @throws IllegalStateException if the channel is closed and empty, or another executor's
     */
    public Object receive(Wait wait, FloorExecutor cx) {
        check(cx);
        if (wait.phase == IDLE ? values != 0 : wait.phase == GRANTED) {
            if (!cx.spend()) {
                if (wait.phase == IDLE) {
                    values--;
                    keep(wait, false);
                }
                cx.pollAgain();
                return null;
            }
            if (wait.phase == IDLE) {
                values--;
            } else {
                wait.phase = IDLE;
            }
            int at = head;
            Object value = ring[at];
            ring[at] = null;
            head = at + 1 == ring.length ? 0 : at + 1;
            size--;
            releaseSlot(cx);
            return value;
        }
        if (wait.phase == IDLE) {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            stand(wait, receivers, false, cx);
        }
        cx.waker();
        return null;
    }

    /**
     * Sends, or waits.
     *
     * @param value the value
     * @param wait the task's place
     * @param cx what it is polled with
     * @return whether the value is in the channel
     * @throws IllegalStateException if the channel is closed, or another executor's
     */
    public boolean send(Object value, Wait wait, FloorExecutor cx) {
        check(cx);
        if (wait.phase == IDLE ? slots > 0 : wait.phase == GRANTED) {
            if (!cx.spend()) {
                if (wait.phase == IDLE) {
                    slots--;
                    keep(wait, true);
                }
                cx.pollAgain();
                return false;
            }
            if (wait.phase == IDLE) {
                slots--;
            } else {
                wait.phase = IDLE;
                if (closed) {
                    throw new IllegalStateException(name + " is closed");
                }
            }
            put(value, cx);
            return true;
        }
        if (wait.phase == IDLE) {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            stand(wait, senders, true, cx);
        }
        cx.waker();
        return false;
    }

    /**
     * Sends if there is room, from inside of a poll.
     *
     * @param value the value
     * @param cx what it is polled with
     * @return whether there was
     */
    public boolean trySend(Object value, FloorExecutor cx) {
        check(cx);
        if (slots <= 0) {
            return false;
        }
        slots--;
        put(value, cx);
        return true;
    }

    /**
     * Lets nobody send any more, and wakes who waits.
     *
     * @param cx what the caller is polled with
     */
    public void close(FloorExecutor cx) {
        check(cx);
        if (!closed) {
            closed = true;
            slots -= Integer.MAX_VALUE;
            wakeAll(senders, cx);
            wakeAll(receivers, cx);
        }
    }

    private void wakeAll(Line line, FloorExecutor cx) {
        while (line.first != null) {
            Wait wait = line.grantFirst();
            wait.phase = IDLE;
            cx.wakeHere(wait.task);
        }
    }

    private void put(Object value, FloorExecutor cx) {
        int at = head + size++;
        ring[at < ring.length ? at : at - ring.length] = value;
        releaseValue(cx);
    }

    private void releaseSlot(FloorExecutor cx) {
        if (senders.first == null) {
            slots++;
        } else {
            cx.wakeHere(senders.grantFirst().task);
        }
    }

    private void releaseValue(FloorExecutor cx) {
        if (receivers.first == null) {
            values++;
        } else {
            cx.wakeHere(receivers.grantFirst().task);
        }
    }

    private void stand(Wait wait, Line line, boolean sends, FloorExecutor cx) {
        keep(wait, sends);
        wait.phase = WAITING;
        FloorTask task = cx.waker();
        if (wait.task != task) {
            wait.task = task;
        }
        line.add(wait);
    }

    private void keep(Wait wait, boolean sends) {
        if (wait.channel != this) {
            wait.channel = this;
        }
        wait.sends = sends;
        wait.phase = GRANTED;
    }

    private void check(FloorExecutor cx) {
        if (cx != owner || Thread.currentThread() != thread) {
            bind(cx);
        }
    }

    private void bind(FloorExecutor cx) {
        if (owner != null && cx != owner || cx.thread != Thread.currentThread()) {
            throw new IllegalStateException(name + " belongs to another executor");
        }
        owner = cx;
        thread = cx.thread;
    }
}
