// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * The first of four futures to be ready: the future of {@code select(a, b, c, d)}, its slot, and its value; of {@code
 * selectAll(a, b, c, d)} those that are ready.
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
 */
public class Select4<A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
        extends OneOf.Four<A, B, C, D> implements Future<Select4<A, B, C, D>> {
    /** An empty slot. */
    public Select4() {}

    @Override
    public Poll poll(Context cx) {
        return pollForOne(cx);
    }

    @Override
    public Select4<A, B, C, D> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }
}
