// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * The first of two futures to be ready: the future of {@code select(a, b)}, its slot, and its value; of {@code
 * selectAll(a, b)} those that are ready.
 *
 * <p>As a value it says which child has won, and gives that child, to be read with {@code get()}, {@code getAsInt()}
 * and so on, or with {@code take()}, which also lets the child's value go. It is a view: it holds until the expression
 * that made it runs again.
 *
 * @see Futures#select
 * @see Futures#selectAll
 * @param <A> the class of the first child
 * @param <B> the class of the second child
 */
public class Select2<A extends Future<?>, B extends Future<?>> extends OneOf.Two<A, B>
        implements Future<Select2<A, B>> {
    /** An empty slot. */
    public Select2() {}

    @Override
    public Poll poll(Context cx) {
        return pollForOne(cx);
    }

    @Override
    public Select2<A, B> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }
}
