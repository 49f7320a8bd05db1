// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * All of three futures: the future of {@code join(a, b, c)}, its slot, and its value.
 *
 * <p>As a value it gives the children, complete, to be read with {@code get()}, {@code getAsInt()} and so on, or with
 * {@code take()}, which also lets the child's value go. It is a view: it holds until the expression that made it runs
 * again.
 *
 * @see Futures#join
 * @param <A> the class of the first child
 * @param <B> the class of the second child
 * @param <C> the class of the third child
 */
public class Join3<A extends Future<?>, B extends Future<?>, C extends Future<?>> extends AllOf.Three<A, B, C>
        implements Joining<Join3<A, B, C>> {
    /** An empty slot. */
    public Join3() {}

    @Override
    public Poll poll(Context cx) {
        return pollForAll(3, cx);
    }

    @Override
    public Join3<A, B, C> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }
}
