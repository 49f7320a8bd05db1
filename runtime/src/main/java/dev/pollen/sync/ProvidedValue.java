// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * The future that a {@link ValueProvider}, {@link BroadcastValueProvider} or {@link ValueListProvider} gives, and its slot.
 * It can be resolved from the moment when it is made, not only from its first poll; so one that is not awaited has to be
 * cancelled.
 *
 * @see ValueProvider
 * @param <T> the type of the value
 */
public final class ProvidedValue<T> extends Waiter implements Future<T> {
    private @Nullable Provision<T> from;
    private @Nullable T value;

    /** What is asked for, where somebody chooses whom a value is for. */
    @Nullable
    Object request;

    /** The number of those that were made before it. */
    int number;

    /** Given to the first in line, whoever that was: if it is cancelled, the next one is the first. */
    private boolean passedOn;

    /** An empty slot. */
    public ProvidedValue() {}

    /** Begins to wait; inside of the access. */
    void begin(Provision<T> provision, @Nullable Object requested) {
        placed();
        from = provision;
        request = requested;
        value = null;
        standInLine();
    }

    /** The value is for this one, which was taken out of its line. */
    @Nullable
    Waker resolved(T with, boolean first) {
        value = with;
        passedOn = first;
        return granted();
    }

    @Override
    public T get() {
        checkDone();
        return notTaken(value);
    }

    @Override
    public T take() {
        T received = get();
        value = null;
        return received;
    }

    @Override
    @Nullable
    Access access() {
        Provision<T> provision = from;
        return provision == null ? null : provision.access;
    }

    @Override
    boolean seemsThere() {
        return false;
    }

    /** Only when it was sent away: it was in line from the beginning. */
    @Override
    byte claim() {
        return FAILED;
    }

    @Override
    void enqueue() {
        from.line.add(this);
    }

    @Override
    void dequeue() {
        from.line.remove(this);
    }

    @Override
    @Nullable
    Waker complete() {
        end(DONE);
        return null;
    }

    @Override
    @Nullable
    Waker handOn() {
        T given = value;
        value = null;
        return passedOn ? from.giveFirst(given) : null;
    }

    @Override
    void letGo() {
        from = null;
        request = null;
    }

    @Override
    RuntimeException failure() {
        return ChannelClosedException.INSTANCE;
    }

    @Override
    String name() {
        return "ProvidedValue";
    }

    @Override
    @Nullable
    String wanted() {
        Provision<T> provision = from;
        return provision == null ? null : provision.access.titled().concat(" unresolved");
    }
}
