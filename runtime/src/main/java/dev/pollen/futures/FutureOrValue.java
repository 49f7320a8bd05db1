// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * A cell for a hand-written future that is made of others: it is empty, or waits for a future, or has the complete one.
 *
 * <pre>{@code
 * static final class Sum implements Future.OfInt {
 *     private final FutureOrValue<Future.OfInt> left;
 *     private final FutureOrValue<Future.OfInt> right;
 *
 *     Sum(Future.OfInt left, Future.OfInt right) {
 *         this.left = FutureOrValue.of(left);
 *         this.right = FutureOrValue.of(right);
 *     }
 *
 *     @Override
 *     public Poll poll(Context cx) {
 *         return left.advance(cx) & right.advance(cx) ? Poll.READY : Poll.PENDING; // polls both, each until it is complete
 *     }
 *
 *     @Override
 *     public int getAsInt() {
 *         return left.get().getAsInt() + right.get().getAsInt();
 *     }
 *
 *     @Override
 *     public void cancel() {
 *         left.reset();
 *         right.reset();
 *     }
 * }
 * }</pre>
 *
 * <pre>
 *             set(f)                    advance(cx)
 *   EMPTY ---------------> WAITING ---------------------> COMPLETE
 *     ^                      | f throws: its exception       |
 *     '----- reset() --------+------------------- take(), reset()
 * </pre>
 *
 * <p><b>Cancel safety.</b> {@link #reset} and {@link #set} cancel the future that is waited for.
 *
 * <p><b>Threading.</b> As a future, it is used by one task at a time.
 *
 * <p><b>Allocation.</b> The cell; the futures are the caller's.
 *
 * <p><b>Errors.</b> What the future throws leaves from {@link #advance}; the cell is empty then.
 * {@link IllegalStateException} where a value is read that is not there.
 *
 * @param <F> the class of the future
 */
public final class FutureOrValue<F extends Future<?>> implements Describable {
    private @Nullable F future;
    private boolean complete;

    private FutureOrValue() {}

    /**
     * An empty cell.
     *
     * @param <F> the class of the future
     * @return a new cell
     */
    public static <F extends Future<?>> FutureOrValue<F> empty() {
        return new FutureOrValue<>();
    }

    /**
     * A cell with a future.
     *
     * @param <F> the class of the future
     * @param f the future
     * @return a new cell
     */
    public static <F extends Future<?>> FutureOrValue<F> of(F f) {
        FutureOrValue<F> cell = new FutureOrValue<>();
        cell.set(f);
        return cell;
    }

    /**
     * Waits for a future from now on. One that it waited for before is cancelled, a complete one is let go.
     *
     * @param f the future
     * @throws NullPointerException if there is none
     */
    public void set(F f) {
        if (f == null) {
            throw new NullPointerException("set(f) of a FutureOrValue was given null in place of a future");
        }
        try {
            reset();
        } finally {
            future = f;
        }
    }

    /**
     * Polls the future, if it is not complete. Of several cells {@code a.advance(cx) & b.advance(cx)} polls all; {@code
     * &&} would leave out those behind the first that waits.
     *
     * @param cx what it is polled with
     * @return whether it is complete
     * @throws IllegalStateException if the cell is empty
     */
    public boolean advance(Context cx) {
        F polled = future;
        if (polled == null) {
            throw new IllegalStateException("advance(cx) of an empty FutureOrValue was called; set(f) first");
        }
        if (!complete) {
            Poll found;
            try {
                found = polled.poll(cx);
            } catch (Throwable thrown) {
                future = null;
                throw thrown;
            }
            complete = found == Poll.READY;
        }
        return complete;
    }

    /**
     * Whether there is neither a future nor a value.
     *
     * @return true before {@link #set}, and after {@link #take}, {@link #reset} and an exception of the future
     */
    public boolean isEmpty() {
        return future == null;
    }

    /**
     * Whether a future is waited for.
     *
     * @return true between {@link #set} and its end
     */
    public boolean isWaiting() {
        return future != null && !complete;
    }

    /**
     * Whether the future is complete.
     *
     * @return true if {@link #get} may be called
     */
    public boolean isComplete() {
        return complete;
    }

    /**
     * The complete future, to be read with {@code get()}, {@code getAsInt()} and so on.
     *
     * @return the future itself
     * @throws IllegalStateException if there is none, or if it is not complete
     */
    public F get() {
        if (!complete) {
            throw new IllegalStateException("get() of a FutureOrValue was called "
                    .concat(isEmpty() ? "while it is empty" : "before its future is complete"));
        }
        return future;
    }

    /**
     * The complete future, which the cell lets go: it is empty then.
     *
     * @return the future itself
     * @throws IllegalStateException if there is none, or if it is not complete
     */
    public F take() {
        F taken = get();
        future = null;
        complete = false;
        return taken;
    }

    /** Empties the cell. A future that it waits for is cancelled. */
    public void reset() {
        F before = future;
        boolean waiting = isWaiting();
        future = null;
        complete = false;
        if (waiting) {
            before.cancel();
        }
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.child(complete ? null : future);
    }
}
