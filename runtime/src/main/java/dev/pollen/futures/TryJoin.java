// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * A join or its failure: the future of {@code tryJoin(join(..))}, its slot, and its value. As a value it is a view: it
 * holds until the expression that made it runs again.
 *
 * @see Futures#tryJoin
 * @param <J> the class of the join
 */
public class TryJoin<J extends Joining<?>> extends SingleUse implements Future<TryJoin<J>>, Describable {
    private @Nullable J join;
    private @Nullable Exception failure;

    /** An empty slot. */
    public TryJoin() {}

    final void place(J joining) {
        placed();
        failure = null;
        join = present(joining);
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.child(join);
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        try {
            if (join.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
        } catch (Exception thrown) {
            failure = thrown;
        } catch (Throwable thrown) {
            fails();
            join = null;
            throw thrown;
        }
        completes();
        return Poll.READY;
    }

    /**
     * Whether a child has thrown.
     *
     * @return true if {@link #failed} and {@link #failure} may be called, false if {@link #joined} may
     * @throws IllegalStateException if it is not complete
     */
    public boolean hasFailed() {
        checkDone();
        return failure != null;
    }

    /**
     * Which child has thrown.
     *
     * @return 0 for the first child
     * @throws IllegalStateException if it is not complete, or if none has
     */
    public int failed() {
        checkDone();
        return join.failed();
    }

    /**
     * What the child has thrown; what the others threw while they were cancelled is suppressed in it.
     *
     * @return the exception itself
     * @throws IllegalStateException if it is not complete, or if no child has thrown
     */
    public Exception failure() {
        if (!hasFailed()) {
            throw new IllegalStateException(
                    "failure() of a tryJoin was read, but no child has thrown; ask hasFailed() first");
        }
        return failure;
    }

    /**
     * The join, complete.
     *
     * @return the join itself
     * @throws IllegalStateException if it is not complete, or if a child has thrown, whose exception is the cause
     */
    public J joined() {
        if (hasFailed()) {
            throw new IllegalStateException(
                    "joined() of a tryJoin was read, but a child has thrown; ask hasFailed() first", failure);
        }
        return join;
    }

    @Override
    public TryJoin<J> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        if (cancels()) {
            J cancelled = join;
            join = null;
            cancelled.cancel();
        }
    }

    @Override
    final String name() {
        return "tryJoin(join)";
    }
}
