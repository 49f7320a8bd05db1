// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/**
 * The least that a bounded channel can be: a ring and one waiter on each side. It is for one thread, knows no close, and
 * nobody that waits can be cancelled.
 */
public final class LimitChannel {
    private final Object[] ring;
    private int head;
    private int size;
    private LimitTask receiver;
    private LimitTask sender;

    /**
     * An empty channel.
     *
     * @param capacity how many values it holds, a power of two
     */
    public LimitChannel(int capacity) {
        ring = new Object[capacity];
    }

    /**
     * Sends, or registers the task to be woken.
     *
     * @param value the value
     * @param task who sends
     * @return whether the value is in the channel
     */
    public boolean send(Object value, LimitTask task) {
        if (size == ring.length) {
            sender = task;
            return false;
        }
        ring[(head + size++) & (ring.length - 1)] = value;
        LimitTask waiting = receiver;
        if (waiting != null) {
            receiver = null;
            waiting.wake();
        }
        return true;
    }

    /**
     * Receives, or registers the task to be woken.
     *
     * @param task who receives
     * @return the value; null if the channel is empty
     */
    public Object receive(LimitTask task) {
        if (size == 0) {
            receiver = task;
            return null;
        }
        int at = head;
        Object value = ring[at];
        ring[at] = null;
        head = (at + 1) & (ring.length - 1);
        size--;
        LimitTask waiting = sender;
        if (waiting != null) {
            sender = null;
            waiting.wake();
        }
        return value;
    }

    /** Takes back what {@link #receive} has registered: another channel was faster. */
    public void forgetReceiver() {
        receiver = null;
    }
}
