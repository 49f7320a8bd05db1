// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * The first of the futures of an array to be ready: the future of {@code select(array)}, its slot, and its value; of {@code
 * selectAll(array)} those that are ready. As a value it is a view: it holds until the expression that made it runs again.
 *
 * <pre>{@code
 * for (int i = 0; i < reads.length; i++) {
 *     reads[i] = sensors[i].read();
 * }
 * var r = await(select(reads));
 * print("sensor " + r.index() + " says " + r.winner().getAsInt());
 * }</pre>
 *
 * @see Futures#select(Future[])
 * @see Futures#selectAll(Future[])
 * @param <F> the class of the children
 */
public class SelectArray<F extends Future<?>> extends OneOfArray<F> implements Future<SelectArray<F>> {
    /** An empty slot. */
    public SelectArray() {}

    /**
     * The child that has won; of {@code selectAll} the first that is ready.
     *
     * @return the child itself, complete
     * @throws IllegalStateException if it is not complete
     */
    public F winner() {
        return checkedChildren()[index()];
    }

    /**
     * Whether a child is ready; of {@code select} whether it has won, of {@code selectAll} also whether it has thrown.
     *
     * @param child its index in the array
     * @return whether {@link #child} may be called
     * @throws IllegalStateException if it is not complete
     * @throws ArrayIndexOutOfBoundsException if there is no such child
     */
    public boolean isReady(int child) {
        F[] complete = checkedChildren();
        if (child < 0 || child >= complete.length) {
            throw new ArrayIndexOutOfBoundsException(child);
        }
        return isMarked(child);
    }

    /**
     * A child that is ready. Of a child of {@code selectAll} that has thrown while another one was ready the exception leaves.
     *
     * @param child its index in the array
     * @return the child itself, complete
     * @throws IllegalStateException if it is not complete, or if this child is not
     * @throws ArrayIndexOutOfBoundsException if there is no such child
     */
    public F child(int child) {
        if (!isReady(child)) {
            String number = Integer.toString(child);
            throw new IllegalStateException("child("
                    .concat(number)
                    .concat(") of a select was read, but it is not ready; ask isReady(")
                    .concat(number)
                    .concat(") first"));
        }
        reads(child);
        return checkedChildren()[child];
    }

    @Override
    public Poll poll(Context cx) {
        return pollForOne(cx);
    }

    @Override
    public SelectArray<F> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }

    @Override
    final String name() {
        return reportsAll() ? "selectAll(array)" : "select(array)";
    }
}
