// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * The children of a {@code select} or {@code race}, and what is done with them, whatever their number. Each of the nested
 * classes adds one child to the one before, with its type and its name; nothing is written twice, and no array is needed.
 *
 * <pre>
 *   OneOf <-- Two <-- Three <-- .. <-- Eight          fields a, b, c, ..
 *              ^        ^                ^
 *           Select2  Select3  ..      Select8         what users name; also the slots of Race
 * </pre>
 *
 * <p>A child is polled at a place of its own in the code of its class, so HotSpot sees what kind of future is there, and
 * a chain of calls to {@code super} is inlined into the {@code poll} of the class at its end.
 */
abstract class OneOf extends SingleUse implements Describable {
    private static final byte FIRST = 0;
    private static final byte ALL = 1;

    /** As {@link #ALL}; one child has thrown after another one was ready, and a {@link FailedChild} stands for it. */
    private static final byte ALL_AND_FAILED = 2;

    /** The children that are ready, a bit for each. */
    private byte ready;

    /** The child that is polled, or was polled last. */
    private byte polled;

    /** Whether all children are polled, and all that are ready reported; see the constants. */
    private byte all;

    OneOf() {}

    /** Called when the children are placed. */
    final void begins() {
        placed();
        ready = 0;
        all = FIRST;
    }

    /** Says that all children are to be polled each time, and all that are ready reported. */
    final void reportsAll() {
        all = ALL;
    }

    /**
     * The first child that is ready, in the order of the declaration: of a {@code select} the one that has won.
     *
     * @return 0 for the first child
     * @throws IllegalStateException if it is not complete
     */
    public int index() {
        checkDone();
        return Integer.numberOfTrailingZeros(ready);
    }

    /** Whether a child is ready; asked by users. */
    final boolean isReady(int child) {
        checkDone();
        return has(child);
    }

    private boolean has(int child) {
        return (ready & 1 << child) != 0;
    }

    /** Checked before a child is given. */
    final void reads(int child) {
        checkDone();
        if (!has(child)) {
            throw lost(child);
        }
        if (all == ALL_AND_FAILED && child(child) instanceof FailedChild) {
            throw Cancelling.rethrow(((FailedChild) child(child)).thrown);
        }
    }

    /** Whether a child is still to be polled; called right before. */
    final boolean polls(int child) {
        if (ready != 0 && all == FIRST) {
            return false;
        }
        polled = (byte) child;
        return true;
    }

    /** The child that was polled is ready. */
    final void found(int child) {
        ready |= (byte) (1 << child);
    }

    /** Whether a child is to be cancelled when the others have ended. */
    final boolean loses(int child) {
        return !has(child);
    }

    /** Polls the children in the order of the declaration. */
    abstract void pollChildren(Context cx);

    /** Cancels the children that have not ended, each whatever the others throw, and lets go of them. */
    abstract @Nullable Throwable cancelRest(@Nullable Throwable before);

    /** Lets go of all children. */
    abstract void letGo();

    /** A child, by its number. */
    abstract @Nullable Future<?> child(int child);

    /** Puts another future in the place of a child; it never leaves as one. */
    abstract void replace(int child, Future<?> by);

    @SuppressWarnings("unchecked") // checked before it leaves
    static <F extends Future<?>> F unchecked(Future<?> child) {
        return (F) child;
    }

    /** The child that has won; null after it was let go. */
    final @Nullable Future<?> winner() {
        return child(index());
    }

    /** {@code poll} of the subclasses: it stands in each of them, so that their classes are known where it is inlined. */
    final Poll pollForOne(Context cx) {
        starts();
        Throwable kept = null;
        try {
            pollChildren(cx);
        } catch (Throwable thrown) {
            boolean alone = ready == 0;
            found(polled);
            if (alone) {
                throw fail(cancelRest(thrown));
            }
            // What the others have received would be lost with it: it leaves where this child is read.
            replace(polled, new FailedChild(thrown));
            all = ALL_AND_FAILED;
            kept = thrown;
        }
        if (ready == 0) {
            return Poll.PENDING;
        }
        Throwable thrown = cancelRest(null);
        if (thrown != null) {
            throw fail(Cancelling.first(kept, thrown));
        }
        completes();
        return Poll.READY;
    }

    private RuntimeException fail(Throwable thrown) {
        letGo();
        fails();
        return Cancelling.rethrow(thrown);
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

    private IllegalStateException lost(int child) {
        String read = Ordinal.of(child);
        String instead = all != FIRST ? "it is not ready" : Ordinal.of(index()).concat("() has won");
        return new IllegalStateException(read.concat("() of a ")
                .concat(factory())
                .concat(" was read, but ")
                .concat(instead)
                .concat("; ask ")
                .concat(Ordinal.question(child))
                .concat("() first"));
    }

    private String factory() {
        return all != FIRST ? "selectAll" : "select";
    }

    @Override
    String name() {
        return factory().concat(parts());
    }

    /** The arguments of the factory, as messages write them. */
    abstract String parts();

    /**
     * Two children.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     */
    abstract static class Two<A extends Future<?>, B extends Future<?>> extends OneOf {
        private @Nullable A a;
        private @Nullable B b;

        Two() {}

        final void place(A a, B b) {
            begins();
            // A reference that is there already is not written again: that costs more than the look.
            if (this.a != present(a)) {
                this.a = a;
            }
            if (this.b != present(b)) {
                this.b = b;
            }
        }

        /**
         * Whether the first child is ready; of a {@code select} whether it has won.
         *
         * @return whether {@link #first} may be called
         * @throws IllegalStateException if the select is not complete
         */
        public boolean isFirst() {
            return isReady(0);
        }

        /**
         * The first child, complete.
         *
         * @return the child itself
         * @throws IllegalStateException if the select is not complete, or if this child is not
         */
        public A first() {
            reads(0);
            return a;
        }

        /**
         * Whether the second child is ready, or has thrown behind one that is; of a {@code select} whether it has won.
         *
         * @return whether {@link #second} may be called
         * @throws IllegalStateException if the select is not complete
         */
        public boolean isSecond() {
            return isReady(1);
        }

        /**
         * The second child, complete. Of a {@code selectAll} what it has thrown is thrown here, if one before it was ready.
         *
         * @return the child itself
         * @throws IllegalStateException if the select is not complete, or if this child is not
         */
        public B second() {
            reads(1);
            return b;
        }

        @Override
        public void describeWait(WaitDescription to) {
            to.child(a);
            to.child(b);
        }

        @Override
        void pollChildren(Context cx) {
            if (polls(0) && a.poll(cx) == Poll.READY) {
                found(0);
            }
            if (polls(1) && b.poll(cx) == Poll.READY) {
                found(1);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = before;
            if (loses(0)) {
                thrown = Cancelling.cancel(a, thrown);
                a = null;
            }
            if (loses(1)) {
                thrown = Cancelling.cancel(b, thrown);
                b = null;
            }
            return thrown;
        }

        @Override
        void letGo() {
            a = null;
            b = null;
        }

        @Override
        @Nullable
        Future<?> child(int child) {
            return child == 0 ? a : b;
        }

        @Override
        void replace(int child, Future<?> by) {
            if (child == 0) {
                a = unchecked(by);
            } else {
                b = unchecked(by);
            }
        }

        @Override
        String parts() {
            return "(a, b)";
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
         * Whether the third child is ready, or has thrown behind one that is; of a {@code select} whether it has won.
         *
         * @return whether {@link #third} may be called
         * @throws IllegalStateException if the select is not complete
         */
        public boolean isThird() {
            return isReady(2);
        }

        /**
         * The third child, complete. Of a {@code selectAll} what it has thrown is thrown here, if one before it was ready.
         *
         * @return the child itself
         * @throws IllegalStateException if the select is not complete, or if this child is not
         */
        public C third() {
            reads(2);
            return c;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(c);
        }

        @Override
        void pollChildren(Context cx) {
            super.pollChildren(cx);
            if (polls(2) && c.poll(cx) == Poll.READY) {
                found(2);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (loses(2)) {
                thrown = Cancelling.cancel(c, thrown);
                c = null;
            }
            return thrown;
        }

        @Override
        void letGo() {
            super.letGo();
            c = null;
        }

        @Override
        @Nullable
        Future<?> child(int child) {
            return child == 2 ? c : super.child(child);
        }

        @Override
        void replace(int child, Future<?> by) {
            if (child == 2) {
                c = unchecked(by);
            } else {
                super.replace(child, by);
            }
        }

        @Override
        String parts() {
            return "(a, b, c)";
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
         * Whether the fourth child is ready, or has thrown behind one that is; of a {@code select} whether it has won.
         *
         * @return whether {@link #fourth} may be called
         * @throws IllegalStateException if the select is not complete
         */
        public boolean isFourth() {
            return isReady(3);
        }

        /**
         * The fourth child, complete. Of a {@code selectAll} what it has thrown is thrown here, if one before it was ready.
         *
         * @return the child itself
         * @throws IllegalStateException if the select is not complete, or if this child is not
         */
        public D fourth() {
            reads(3);
            return d;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(d);
        }

        @Override
        void pollChildren(Context cx) {
            super.pollChildren(cx);
            if (polls(3) && d.poll(cx) == Poll.READY) {
                found(3);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (loses(3)) {
                thrown = Cancelling.cancel(d, thrown);
                d = null;
            }
            return thrown;
        }

        @Override
        void letGo() {
            super.letGo();
            d = null;
        }

        @Override
        @Nullable
        Future<?> child(int child) {
            return child == 3 ? d : super.child(child);
        }

        @Override
        void replace(int child, Future<?> by) {
            if (child == 3) {
                d = unchecked(by);
            } else {
                super.replace(child, by);
            }
        }

        @Override
        String parts() {
            return "(a, b, c, d)";
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
         * Whether the fifth child is ready, or has thrown behind one that is; of a {@code select} whether it has won.
         *
         * @return whether {@link #fifth} may be called
         * @throws IllegalStateException if the select is not complete
         */
        public boolean isFifth() {
            return isReady(4);
        }

        /**
         * The fifth child, complete. Of a {@code selectAll} what it has thrown is thrown here, if one before it was ready.
         *
         * @return the child itself
         * @throws IllegalStateException if the select is not complete, or if this child is not
         */
        public E fifth() {
            reads(4);
            return e;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(e);
        }

        @Override
        void pollChildren(Context cx) {
            super.pollChildren(cx);
            if (polls(4) && e.poll(cx) == Poll.READY) {
                found(4);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (loses(4)) {
                thrown = Cancelling.cancel(e, thrown);
                e = null;
            }
            return thrown;
        }

        @Override
        void letGo() {
            super.letGo();
            e = null;
        }

        @Override
        @Nullable
        Future<?> child(int child) {
            return child == 4 ? e : super.child(child);
        }

        @Override
        void replace(int child, Future<?> by) {
            if (child == 4) {
                e = unchecked(by);
            } else {
                super.replace(child, by);
            }
        }

        @Override
        String parts() {
            return "(a, b, c, d, e)";
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
         * Whether the sixth child is ready, or has thrown behind one that is; of a {@code select} whether it has won.
         *
         * @return whether {@link #sixth} may be called
         * @throws IllegalStateException if the select is not complete
         */
        public boolean isSixth() {
            return isReady(5);
        }

        /**
         * The sixth child, complete. Of a {@code selectAll} what it has thrown is thrown here, if one before it was ready.
         *
         * @return the child itself
         * @throws IllegalStateException if the select is not complete, or if this child is not
         */
        public F sixth() {
            reads(5);
            return f;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(f);
        }

        @Override
        void pollChildren(Context cx) {
            super.pollChildren(cx);
            if (polls(5) && f.poll(cx) == Poll.READY) {
                found(5);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (loses(5)) {
                thrown = Cancelling.cancel(f, thrown);
                f = null;
            }
            return thrown;
        }

        @Override
        void letGo() {
            super.letGo();
            f = null;
        }

        @Override
        @Nullable
        Future<?> child(int child) {
            return child == 5 ? f : super.child(child);
        }

        @Override
        void replace(int child, Future<?> by) {
            if (child == 5) {
                f = unchecked(by);
            } else {
                super.replace(child, by);
            }
        }

        @Override
        String parts() {
            return "(a, b, c, d, e, f)";
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
         * Whether the seventh child is ready, or has thrown behind one that is; of a {@code select} whether it has won.
         *
         * @return whether {@link #seventh} may be called
         * @throws IllegalStateException if the select is not complete
         */
        public boolean isSeventh() {
            return isReady(6);
        }

        /**
         * The seventh child, complete. Of a {@code selectAll} what it has thrown is thrown here, if one before it was ready.
         *
         * @return the child itself
         * @throws IllegalStateException if the select is not complete, or if this child is not
         */
        public G seventh() {
            reads(6);
            return g;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(g);
        }

        @Override
        void pollChildren(Context cx) {
            super.pollChildren(cx);
            if (polls(6) && g.poll(cx) == Poll.READY) {
                found(6);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (loses(6)) {
                thrown = Cancelling.cancel(g, thrown);
                g = null;
            }
            return thrown;
        }

        @Override
        void letGo() {
            super.letGo();
            g = null;
        }

        @Override
        @Nullable
        Future<?> child(int child) {
            return child == 6 ? g : super.child(child);
        }

        @Override
        void replace(int child, Future<?> by) {
            if (child == 6) {
                g = unchecked(by);
            } else {
                super.replace(child, by);
            }
        }

        @Override
        String parts() {
            return "(a, b, c, d, e, f, g)";
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
         * Whether the eighth child is ready, or has thrown behind one that is; of a {@code select} whether it has won.
         *
         * @return whether {@link #eighth} may be called
         * @throws IllegalStateException if the select is not complete
         */
        public boolean isEighth() {
            return isReady(7);
        }

        /**
         * The eighth child, complete. Of a {@code selectAll} what it has thrown is thrown here, if one before it was ready.
         *
         * @return the child itself
         * @throws IllegalStateException if the select is not complete, or if this child is not
         */
        public H eighth() {
            reads(7);
            return h;
        }

        @Override
        public void describeWait(WaitDescription to) {
            super.describeWait(to);
            to.child(h);
        }

        @Override
        void pollChildren(Context cx) {
            super.pollChildren(cx);
            if (polls(7) && h.poll(cx) == Poll.READY) {
                found(7);
            }
        }

        @Override
        @Nullable
        Throwable cancelRest(@Nullable Throwable before) {
            Throwable thrown = super.cancelRest(before);
            if (loses(7)) {
                thrown = Cancelling.cancel(h, thrown);
                h = null;
            }
            return thrown;
        }

        @Override
        void letGo() {
            super.letGo();
            h = null;
        }

        @Override
        @Nullable
        Future<?> child(int child) {
            return child == 7 ? h : super.child(child);
        }

        @Override
        void replace(int child, Future<?> by) {
            if (child == 7) {
                h = unchecked(by);
            } else {
                super.replace(child, by);
            }
        }

        @Override
        String parts() {
            return "(a, b, c, d, e, f, g, h)";
        }
    }
}
