// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import org.jspecify.annotations.Nullable;

/** Stands for a child of {@code selectAll} that has thrown in the same poll in which another one was ready. */
final class FailedChild implements Future<Void> {
    /** What is thrown where the child is read. */
    final Throwable thrown;

    FailedChild(Throwable thrown) {
        this.thrown = thrown;
    }

    @Override
    public Poll poll(Context cx) {
        throw Cancelling.rethrow(thrown);
    }

    @Override
    public @Nullable Void get() {
        throw Cancelling.rethrow(thrown);
    }

    @Override
    public void cancel() {}
}
