// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * The children of a {@code join}, and what is done with them, whatever their number. Each of the nested classes adds one
 * child to the one before, with its type and its name, as in {@link OneOf}.
 *
 * <p>Children are polled in two runs, so that each poll starts with another one:
 *
 * <pre>
 *   start = 2:   pollChildren(2, 4)  c, d        then   pollChildren(0, 2)  a, b
 * </pre>
 */
abstract class AllOf extends SingleUse implements Describable {
    /** The children that are complete, a bit for each. */
    private byte complete;

    /** The child that the next poll starts with. */
    private byte start;

    /** The child that is polled, or was polled last. */
    private byte polled;

    AllOf() {}

    /** Called when the children are placed. */
    final void begins() {
        placed();
        complete = 0;
        start = 0;
    }

    /** Whether a child is within a run and still to be polled; called right before. */
    final boolean polls(int child, int from, int to) {
        if (child < from || child >= to || isComplete(child)) {
            return false;
        }
        polled = (byte) child;
        return true;
    }

    /** The child that was polled is ready. */
    final void found(int child) {
        complete |= (byte) (1 << child);
    }

    /** Whether a child needs neither polls nor a cancel. */
    final boolean isComplete(int child) {
        return (complete & 1 << child) != 0;
    }

    /**
     * Polls a run of children.
     *
     * @param from the first of them
     * @param to the one behind the last
     * @param cx what they are polled with
     */
    abstract void pollChildren(int from, int to, Context cx);

    /** Cancels the children that are not complete, each whatever the others throw, and lets go of all. */
    abstract @Nullable Throwable cancelRest(@Nullable Throwable before);

    /** {@code poll} of the subclasses: it stands in each of them, so that their classes are known where it is inlined. */
    final Poll pollForAll(int children, Context cx) {
        starts();
        int first = start;
        start = (byte) (first + 1 == children ? 0 : first + 1);
        try {
            pollChildren(first, children, cx);
            pollChildren(0, first, cx);
        } catch (Throwable thrown) {
            found(polled);
            fails();
            throw Cancelling.rethrow(cancelRest(thrown));
        }
        if ((complete & 0xff) != (1 << children) - 1) {
            return Poll.PENDING;
        }
        completes();
        return Poll.READY;
    }

    /** {@code cancel} of the subclasses. */
    final void cancelAll() {
        if (cancels()) {
            Throwable thrown = cancelRest(null);
            if (thrown != null) {
                throw Cancelling.rethrow(thrown);
            }
        }
    }

    /**
     * The child whose exception has ended the join.
     *
     * @return 0 for the first child
     * @throws IllegalStateException if none has
     */
    public int failed() {
        checkFailed();
        return polled;
    }

    /**
     * Two children.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     */
    abstract static class Two<A extends Future<?>, B extends Future<?>> extends AllOf {
        private @Nullable A a;
        private @Nullable B b;

        Two() {}

        final void place(A a, B b) {
            begins();
            this.a = present(a);
            this.b = present(b);
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

        @Override
        public void describeWait(WaitDescription to) {
            to.child(isComplete(0) ? null : a);
            to.child(isComplete(1) ? null : b);
        }

        @Override
        void pollChildren(int from, int to, Context cx) {
            if (polls(0, from, to) && a.poll(cx) == Poll.READY) {
                found(0);
            }
            if (polls(1, from, to) && b.poll(cx) == Poll.READY) {
                found(1);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = before;
            if (!isComplete(0)) {
                thrown = Cancelling.cancel(a, thrown);
            }
            a = null;
            if (!isComplete(1)) {
                thrown = Cancelling.cancel(b, thrown);
            }
            b = null;
            return thrown;
        }

        @Override
        String name() {
            return "join(a, b)";
        }
    }

    /**
     * Two children and the third.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     */
    abstract static class Three<A extends Future<?>, B extends Future<?>, C extends Future<?>> extends Two<A, B> {
        private @Nullable C c;

        Three() {}

        final void place(A a, B b, C c) {
            place(a, b);
            this.c = present(c);
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
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(isComplete(2) ? null : c);
        }

        @Override
        void pollChildren(int from, int to, Context cx) {
            super.pollChildren(from, to, cx);
            if (polls(2, from, to) && c.poll(cx) == Poll.READY) {
                found(2);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (!isComplete(2)) {
                thrown = Cancelling.cancel(c, thrown);
            }
            c = null;
            return thrown;
        }

        @Override
        String name() {
            return "join(a, b, c)";
        }
    }

    /**
     * Three children and the fourth.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     */
    abstract static class Four<A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
            extends Three<A, B, C> {
        private @Nullable D d;

        Four() {}

        final void place(A a, B b, C c, D d) {
            place(a, b, c);
            this.d = present(d);
        }

        /**
         * The fourth child, complete.
         *
         * @return the child itself
         * @throws IllegalStateException if not all children are complete
         */
        public D fourth() {
            checkDone();
            return d;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(isComplete(3) ? null : d);
        }

        @Override
        void pollChildren(int from, int to, Context cx) {
            super.pollChildren(from, to, cx);
            if (polls(3, from, to) && d.poll(cx) == Poll.READY) {
                found(3);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (!isComplete(3)) {
                thrown = Cancelling.cancel(d, thrown);
            }
            d = null;
            return thrown;
        }

        @Override
        String name() {
            return "join(a, b, c, d)";
        }
    }

    /**
     * Four children and the fifth.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     */
    abstract static class Five<
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>>
            extends Four<A, B, C, D> {
        private @Nullable E e;

        Five() {}

        final void place(A a, B b, C c, D d, E e) {
            place(a, b, c, d);
            this.e = present(e);
        }

        /**
         * The fifth child, complete.
         *
         * @return the child itself
         * @throws IllegalStateException if not all children are complete
         */
        public E fifth() {
            checkDone();
            return e;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(isComplete(4) ? null : e);
        }

        @Override
        void pollChildren(int from, int to, Context cx) {
            super.pollChildren(from, to, cx);
            if (polls(4, from, to) && e.poll(cx) == Poll.READY) {
                found(4);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (!isComplete(4)) {
                thrown = Cancelling.cancel(e, thrown);
            }
            e = null;
            return thrown;
        }

        @Override
        String name() {
            return "join(a, b, c, d, e)";
        }
    }

    /**
     * Five children and the sixth.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     */
    abstract static class Six<
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>>
            extends Five<A, B, C, D, E> {
        private @Nullable F f;

        Six() {}

        final void place(A a, B b, C c, D d, E e, F f) {
            place(a, b, c, d, e);
            this.f = present(f);
        }

        /**
         * The sixth child, complete.
         *
         * @return the child itself
         * @throws IllegalStateException if not all children are complete
         */
        public F sixth() {
            checkDone();
            return f;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(isComplete(5) ? null : f);
        }

        @Override
        void pollChildren(int from, int to, Context cx) {
            super.pollChildren(from, to, cx);
            if (polls(5, from, to) && f.poll(cx) == Poll.READY) {
                found(5);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (!isComplete(5)) {
                thrown = Cancelling.cancel(f, thrown);
            }
            f = null;
            return thrown;
        }

        @Override
        String name() {
            return "join(a, b, c, d, e, f)";
        }
    }

    /**
     * Six children and the seventh.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     */
    abstract static class Seven<
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>>
            extends Six<A, B, C, D, E, F> {
        private @Nullable G g;

        Seven() {}

        final void place(A a, B b, C c, D d, E e, F f, G g) {
            place(a, b, c, d, e, f);
            this.g = present(g);
        }

        /**
         * The seventh child, complete.
         *
         * @return the child itself
         * @throws IllegalStateException if not all children are complete
         */
        public G seventh() {
            checkDone();
            return g;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(isComplete(6) ? null : g);
        }

        @Override
        void pollChildren(int from, int to, Context cx) {
            super.pollChildren(from, to, cx);
            if (polls(6, from, to) && g.poll(cx) == Poll.READY) {
                found(6);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (!isComplete(6)) {
                thrown = Cancelling.cancel(g, thrown);
            }
            g = null;
            return thrown;
        }

        @Override
        String name() {
            return "join(a, b, c, d, e, f, g)";
        }
    }

    /**
     * Seven children and the eighth.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param <H> the class of the eighth child
     */
    abstract static class Eight<
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>,
                    H extends Future<?>>
            extends Seven<A, B, C, D, E, F, G> {
        private @Nullable H h;

        Eight() {}

        final void place(A a, B b, C c, D d, E e, F f, G g, H h) {
            place(a, b, c, d, e, f, g);
            this.h = present(h);
        }

        /**
         * The eighth child, complete.
         *
         * @return the child itself
         * @throws IllegalStateException if not all children are complete
         */
        public H eighth() {
            checkDone();
            return h;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(isComplete(7) ? null : h);
        }

        @Override
        void pollChildren(int from, int to, Context cx) {
            super.pollChildren(from, to, cx);
            if (polls(7, from, to) && h.poll(cx) == Poll.READY) {
                found(7);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (!isComplete(7)) {
                thrown = Cancelling.cancel(h, thrown);
            }
            h = null;
            return thrown;
        }

        @Override
        String name() {
            return "join(a, b, c, d, e, f, g, h)";
        }
    }
}
