// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;

/** A future that another thread opens step by step, as a driver would: it raises a number, then wakes. */
public final class Gate implements Future<Void> {
    private final int open;
    private volatile int step;
    private volatile Waker waker;
    private int polls;
    private int seen;

    /** A gate that is open at a step. */
    public Gate(int open) {
        this.open = open;
    }

    @Override
    public Poll poll(Context cx) {
        polls++;
        waker = cx.waker();
        seen = step;
        return seen >= open && cx.spend() ? Poll.READY : Poll.PENDING;
    }

    @Override
    public Void get() {
        return null;
    }

    @Override
    public void cancel() {
        waker = null;
    }

    /** Raises the step and wakes whoever waits; by one thread at a time. */
    public void advance() {
        step++;
        Waker registered = waker;
        if (registered != null) {
            registered.wake();
        }
    }

    /** How often it was polled. */
    public int polls() {
        return polls;
    }

    /** The step that the last poll has seen. */
    public int seen() {
        return seen;
    }
}
