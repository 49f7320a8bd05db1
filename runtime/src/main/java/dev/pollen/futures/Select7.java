// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * The first of seven futures to be ready: the future of {@code select(a, b, c, d, e, f, g)}, its slot, and its value; of {@code
 * selectAll(a, b, c, d, e, f, g)} those that are ready.
 *
 * <p>As a value it says which child has won, and gives that child, to be read with {@code get()}, {@code getAsInt()}
 * and so on, or with {@code take()}, which also lets the child's value go. It is a view: it holds until the expression
 * that made it runs again.
 *
 * @see Futures#select
 * @see Futures#selectAll
 * @param <A> the class of the first child
 * @param <B> the class of the second child
 * @param <C> the class of the third child
 * @param <D> the class of the fourth child
 * @param <E> the class of the fifth child
 * @param <F> the class of the sixth child
 * @param <G> the class of the seventh child
 */
public class Select7<
                A extends Future<?>,
                B extends Future<?>,
                C extends Future<?>,
                D extends Future<?>,
                E extends Future<?>,
                F extends Future<?>,
                G extends Future<?>>
        extends OneOf.Seven<A, B, C, D, E, F, G> implements Future<Select7<A, B, C, D, E, F, G>> {
    /** An empty slot. */
    public Select7() {}

    @Override
    public Poll poll(Context cx) {
        return pollForOne(cx);
    }

    @Override
    public Select7<A, B, C, D, E, F, G> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }
}
