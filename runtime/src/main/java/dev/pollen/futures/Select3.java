// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * The first of three futures to be ready: the future of {@code select(a, b, c)}, its slot, and its value.
 *
 * <p>As a value it says which child has won, and gives that child, to be read with {@code get()}, {@code getAsInt()}
 * and so on, or with {@code take()}, which also lets the child's value go. It is a view: it holds until the expression
 * that made it runs again.
 *
 * @see Futures#select
 * @param <A> the class of the first child
 * @param <B> the class of the second child
 * @param <C> the class of the third child
 */
public class Select3<A extends Future<?>, B extends Future<?>, C extends Future<?>> extends SingleUse
        implements Future<Select3<A, B, C>>, Describable {
    private @Nullable A a;
    private @Nullable B b;
    private @Nullable C c;
    private byte index;

    /** An empty slot. */
    public Select3() {}

    final void place(A a, B b, C c) {
        placed();
        this.a = present(a);
        this.b = present(b);
        this.c = present(c);
    }

    /**
     * Which child has won.
     *
     * @return 0, 1 or 2, in the order of the declaration
     * @throws IllegalStateException if it is not complete
     */
    public int index() {
        checkDone();
        return index;
    }

    /**
     * Whether the first child has won.
     *
     * @return whether {@link #first} may be called
     * @throws IllegalStateException if it is not complete
     */
    public boolean isFirst() {
        return index() == 0;
    }

    /**
     * Whether the second child has won.
     *
     * @return whether {@link #second} may be called
     * @throws IllegalStateException if it is not complete
     */
    public boolean isSecond() {
        return index() == 1;
    }

    /**
     * Whether the third child has won.
     *
     * @return whether {@link #third} may be called
     * @throws IllegalStateException if it is not complete
     */
    public boolean isThird() {
        return index() == 2;
    }

    /**
     * The first child, complete.
     *
     * @return the child itself
     * @throws IllegalStateException if it is not complete, or if another child has won
     */
    public A first() {
        if (index() != 0) {
            throw lost("first", "isFirst");
        }
        return a;
    }

    /**
     * The second child, complete.
     *
     * @return the child itself
     * @throws IllegalStateException if it is not complete, or if another child has won
     */
    public B second() {
        if (index() != 1) {
            throw lost("second", "isSecond");
        }
        return b;
    }

    /**
     * The third child, complete.
     *
     * @return the child itself
     * @throws IllegalStateException if it is not complete, or if another child has won
     */
    public C third() {
        if (index() != 2) {
            throw lost("third", "isThird");
        }
        return c;
    }

    @Override
    public final void describeWait(WaitDescription to) {
        to.child(a);
        to.child(b);
        to.child(c);
    }

    @Override
    public Poll poll(Context cx) {
        starts();
        byte child = 0;
        boolean ready;
        try {
            ready = a.poll(cx) == Poll.READY;
            if (!ready) {
                child = 1;
                ready = b.poll(cx) == Poll.READY;
            }
            if (!ready) {
                child = 2;
                ready = c.poll(cx) == Poll.READY;
            }
        } catch (Throwable thrown) {
            throw fail(cancelAllBut(child, thrown));
        }
        if (!ready) {
            return Poll.PENDING;
        }
        Throwable thrown = cancelAllBut(child, null);
        if (thrown != null) {
            throw fail(thrown);
        }
        index = child;
        completes();
        return Poll.READY;
    }

    @Override
    public Select3<A, B, C> get() {
        checkDone();
        return this;
    }

    @Override
    public void cancel() {
        if (cancels()) {
            Throwable thrown = cancelAllBut(-1, null);
            if (thrown != null) {
                throw Cancelling.rethrow(thrown);
            }
        }
    }

    private RuntimeException fail(Throwable thrown) {
        a = null;
        b = null;
        c = null;
        fails();
        return Cancelling.rethrow(thrown);
    }

    /** Cancels and lets go of the children but one, each whatever the others throw. */
    private @Nullable Throwable cancelAllBut(int kept, @Nullable Throwable before) {
        Throwable thrown = before;
        if (kept != 0) {
            thrown = Cancelling.cancel(a, thrown);
            a = null;
        }
        if (kept != 1) {
            thrown = Cancelling.cancel(b, thrown);
            b = null;
        }
        if (kept != 2) {
            thrown = Cancelling.cancel(c, thrown);
            c = null;
        }
        return thrown;
    }

    private IllegalStateException lost(String read, String ask) {
        String won = index == 0 ? "first()" : index == 1 ? "second()" : "third()";
        return new IllegalStateException(read.concat("() of a select was read, but ")
                .concat(won)
                .concat(" has won; ask ")
                .concat(ask)
                .concat("() first"));
    }

    @Override
    final String name() {
        return "select(a, b, c)";
    }
}
