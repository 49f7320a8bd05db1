// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * All of four futures: the future of {@code join(a, b, c, d)}, its slot, and its value.
 *
 * <p>As a value it gives the children, complete, to be read with {@code get()}, {@code getAsInt()} and so on, or with
 * {@code take()}, which also lets the child's value go. It is a view: it holds until the expression that made it runs
 * again.
 *
 * @see Futures#join
 * @param <A> the class of the first child
 * @param <B> the class of the second child
 * @param <C> the class of the third child
 * @param <D> the class of the fourth child
 */
public class Join4<A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
        extends AllOf.Four<A, B, C, D> implements Joining<Join4<A, B, C, D>> {
    /** An empty slot. */
    public Join4() {}

    @Override
    public Poll poll(Context cx) {
        return pollForAll(4, cx);
    }

    @Override
    public Join4<A, B, C, D> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }
}
