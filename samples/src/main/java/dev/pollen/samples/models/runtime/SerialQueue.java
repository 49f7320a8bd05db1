// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.runtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A queue that any context fills and one thread empties, item after item: what a work queue and the event queue of an active
 * object have in common.
 *
 * @param <T> work, or an event
 */
public final class SerialQueue<T> {
    private final Queue<T> items = new ArrayDeque<>();
    private long handled;

    /** An empty queue. */
    public SerialQueue() {}

    /**
     * Adds an item, from any context.
     *
     * @param item what is to be handled, after all that was added before
     */
    public synchronized void post(T item) {
        items.add(item);
    }

    /**
     * Handles items until there is none, on the thread that the queue belongs to. The queue is not locked meanwhile.
     *
     * @param handler called with each
     */
    public void runReady(Consumer<T> handler) {
        for (T item = next(); item != null; item = next()) {
            handled++;
            handler.accept(item);
        }
    }

    /**
     * How many were handled.
     *
     * @return the number of items so far
     */
    public long handled() {
        return handled;
    }

    private synchronized T next() {
        return items.poll();
    }
}
