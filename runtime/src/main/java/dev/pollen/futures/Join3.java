// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

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
public class Join3<A extends Future<?>, B extends Future<?>, C extends Future<?>> extends SingleUse
        implements Future<Join3<A, B, C>>, Describable {
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int THIRD = 4;

    private @Nullable A a;
    private @Nullable B b;
    private @Nullable C c;

    /** The children that are complete. */
    private byte complete;

    /** The child that the next poll starts with. */
    private byte start;

    /** An empty slot. */
    public Join3() {}

    final void place(A a, B b, C c) {
        placed();
        this.a = present(a);
        this.b = present(b);
        this.c = present(c);
        complete = 0;
        start = 0;
    }

    /**
     * The first child, complete.
     *
     * @return the child itself
     * @throws IllegalStateException if not all children are complete
     */
    public A first() {
        checkDone();
        return a;
    }

    /**
     * The second child, complete.
     *
     * @return the child itself
     * @throws IllegalStateException if not all children are complete
     */
    public B second() {
        checkDone();
        return b;
    }

    /**
     * The third child, complete.
     *
     * @return the child itself
     * @throws IllegalStateException if not all children are complete
     */
    public C third() {
        checkDone();
        return c;
    }

    @Override
    public final void describeWait(WaitDescription to) {
        to.child((complete & FIRST) == 0 ? a : null);
        to.child((complete & SECOND) == 0 ? b : null);
        to.child((complete & THIRD) == 0 ? c : null);
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        switch (start) {
            case 0 -> {
                start = 1;
                pollFirst(cx);
                pollSecond(cx);
                pollThird(cx);
            }
            case 1 -> {
                start = 2;
                pollSecond(cx);
                pollThird(cx);
                pollFirst(cx);
            }
            default -> {
                start = 0;
                pollThird(cx);
                pollFirst(cx);
                pollSecond(cx);
            }
        }
        if (complete != (FIRST | SECOND | THIRD)) {
            return Poll.PENDING;
        }
        completes();
        return Poll.READY;
    }

    private void pollFirst(Context cx) {
        try {
            if ((complete & FIRST) == 0 && a.poll(cx) == Poll.READY) {
                complete |= FIRST;
            }
        } catch (Throwable thrown) {
            complete |= FIRST;
            fails();
            throw Cancelling.rethrow(cancelRest(thrown));
        }
    }

    private void pollSecond(Context cx) {
        try {
            if ((complete & SECOND) == 0 && b.poll(cx) == Poll.READY) {
                complete |= SECOND;
            }
        } catch (Throwable thrown) {
            complete |= SECOND;
            fails();
            throw Cancelling.rethrow(cancelRest(thrown));
        }
    }

    private void pollThird(Context cx) {
        try {
            if ((complete & THIRD) == 0 && c.poll(cx) == Poll.READY) {
                complete |= THIRD;
            }
        } catch (Throwable thrown) {
            complete |= THIRD;
            fails();
            throw Cancelling.rethrow(cancelRest(thrown));
        }
    }

    @Override
    public Join3<A, B, C> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        if (cancels()) {
            Throwable thrown = cancelRest(null);
            if (thrown != null) {
                throw Cancelling.rethrow(thrown);
            }
        }
    }

    /** Lets go of the children, and cancels those that are not complete, each whatever the others throw. */
    private @Nullable Throwable cancelRest(@Nullable Throwable before) {
        Throwable thrown = before;
        if ((complete & FIRST) == 0) {
            thrown = Cancelling.cancel(a, thrown);
        }
        if ((complete & SECOND) == 0) {
            thrown = Cancelling.cancel(b, thrown);
        }
        if ((complete & THIRD) == 0) {
            thrown = Cancelling.cancel(c, thrown);
        }
        a = null;
        b = null;
        c = null;
        return thrown;
    }

    @Override
    final String name() {
        return "join(a, b, c)";
    }
}
