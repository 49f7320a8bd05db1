// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/**
 * All of the futures of an array: the future of {@code join(array)}, its slot, and its value. As a value it is a view: it
 * holds until the expression that made it runs again.
 *
 * <pre>{@code
 * for (int i = 0; i < reads.length; i++) {
 *     reads[i] = sensors[i].read();
 * }
 * var all = await(join(reads));
 * for (int i = 0; i < reads.length; i++) {
 *     print("sensor " + i + " says " + all.child(i).getAsInt());
 * }
 * }</pre>
 *
 * @see Futures#join(Future[])
 * @param <F> the class of the children
 */
public class JoinArray<F extends Future<?>> extends ChildArray<F> implements Joining<JoinArray<F>> {
    /** How many are not complete. */
    private int open;

    /** The child that the next poll starts with. */
    private int start;

    /** An empty slot. */
    public JoinArray() {}

    final void place(F[] array) {
        begins(array);
        open = array.length;
        start = 0;
    }

    /**
     * A child, complete.
     *
     * @param child its index in the array
     * @return the child itself
     * @throws IllegalStateException if not all children are complete
     * @throws ArrayIndexOutOfBoundsException if there is no such child
     */
    public F child(int child) {
        return checkedChildren()[child];
    }

    @Override
    public int failed() {
        checkFailed();
        return polled();
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        int first = start;
        int children = children().length;
        start = first + 1 >= children ? 0 : first + 1;
        try {
            pollChildren(first, children, cx);
            pollChildren(0, first, cx);
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
        if (open > 0) {
            return Poll.PENDING;
        }
        if (children == 0 && !cx.spend()) {
            cx.pollAgain();
            return Poll.PENDING;
        }
        completes();
        return Poll.READY;
    }

    private void pollChildren(int from, int to, Context cx) {
        for (int i = from; i < to; i++) {
            if (!isMarked(i) && polls(i).poll(cx) == Poll.READY) {
                mark(i);
                open--;
            }
        }
    }

    @Override
    public JoinArray<F> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        cancelAll();
    }

    @Override
    final String name() {
        return "join(array)";
    }
}
