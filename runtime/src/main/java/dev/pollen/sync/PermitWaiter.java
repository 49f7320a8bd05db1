// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/** A future that waits for one of {@link Permits}, and fails when they have ended. */
abstract class PermitWaiter extends Waiter {
    /** What it waits for one of; null before it is placed and where it has let go. */
    abstract @Nullable Permits permits();

    @Override
    final @Nullable Access access() {
        Permits of = permits();
        return of == null ? null : of.access;
    }

    @Override
    final boolean seemsThere() {
        return permits().free() != 0;
    }

    @Override
    final byte claim() {
        return permits().claim();
    }

    @Override
    final void enqueue() {
        permits().enqueue(this);
    }

    @Override
    final void dequeue() {
        permits().dequeue(this);
    }

    @Override
    final @Nullable Waker handOn() {
        return permits().release();
    }

    @Override
    final RuntimeException failure() {
        return ChannelClosedException.INSTANCE;
    }
}
