// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * The first of three futures to be ready: the future of {@code select(a, b, c)}, its slot, and its value; of {@code
 * selectAll(a, b, c)} those that are ready.
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
 */
public class Select3<A extends Future<?>, B extends Future<?>, C extends Future<?>> extends OneOf.Three<A, B, C>
        implements Future<Select3<A, B, C>> {
    /** An empty slot. */
    public Select3() {}

    @Override
    public Poll poll(Context cx) {
        return pollForOne(cx);
    }

    @Override
    public Select3<A, B, C> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }
}
