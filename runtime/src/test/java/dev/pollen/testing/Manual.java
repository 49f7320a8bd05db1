// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;

/** A future that the test completes by hand. Says when it is polled and cancelled, and holds the poll contract. */
public final class Manual<T> implements Future<T> {
    private final String name;
    private final Events events;
    private Waker waker;
    private T value;
    private boolean complete;
    private RuntimeException failure;
    private RuntimeException cancelFailure;
    private String ended;

    public Manual(String name, Events events) {
        this.name = name;
        this.events = events;
    }

    /** Completes it and wakes whoever polled it last. */
    public void complete(T with) {
        value = with;
        complete = true;
        wake();
    }

    /** Lets its next poll throw and wakes whoever polled it last. */
    public void fail(RuntimeException with) {
        failure = with;
        wake();
    }

    /** Lets its cancel throw. */
    public Manual<T> failingCancel(RuntimeException with) {
        cancelFailure = with;
        return this;
    }

    private void wake() {
        if (waker != null) {
            waker.wake();
        }
    }

    @Override
    public Poll poll(Context cx) {
        if (ended != null) {
            throw new IllegalStateException(name + " polled after " + ended);
        }
        events.say(name + " polled");
        if (failure != null) {
            ended = "failure";
            throw failure;
        }
        if (complete) {
            ended = "completion";
            return Poll.READY;
        }
        waker = cx.waker();
        return Poll.PENDING;
    }

    @Override
    public T get() {
        return value;
    }

    @Override
    public void cancel() {
        events.say(name + " cancelled");
        ended = "cancel";
        waker = null;
        if (cancelFailure != null) {
            throw cancelFailure;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
