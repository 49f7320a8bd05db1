// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * All of two futures: the future of {@code join(a, b)}, its slot, and its value.
 *
 * <p>As a value it gives the children, complete, to be read with {@code get()}, {@code getAsInt()} and so on, or with
 * {@code take()}, which also lets the child's value go. It is a view: it holds until the expression that made it runs
 * again.
 *
 * @see Futures#join
 * @param <A> the class of the first child
 * @param <B> the class of the second child
 */
public class Join2<A extends Future<?>, B extends Future<?>> extends AllOf.Two<A, B> implements Joining<Join2<A, B>> {
    /** An empty slot. */
    public Join2() {}

    @Override
    public Poll poll(Context cx) {
        return pollForAll(2, cx);
    }

    @Override
    public Join2<A, B> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }
}
