// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Future;
import dev.pollen.annotations.Placed;

/**
 * Futures made of other futures.
 *
 * <pre>{@code
 * var r = await(select(stop.notified(), join(left.read(), right.read())));
 * if (r.isSecond()) {
 *     int sum = r.second().first().getAsInt() + r.second().second().getAsInt();
 * }
 * }</pre>
 *
 * <p>The value of a combinator gives the children themselves, so nothing is boxed. Children are polled and cancelled by
 * the task that polls the combinator.
 *
 * <p><b>Cancel safety.</b> Cancelling a combinator cancels its children that are not complete; what those that are
 * complete have received goes with them.
 *
 * <p><b>Allocation.</b> None where the combinator is awaited directly; one object for each call where it is not.
 */
public class Futures {
    private Futures() {}

    /**
     * Waits for the first of two futures.
     *
     * <p>Children are polled in the order in which they are declared, until one is ready: of several that are ready the
     * first in that order wins. The others are cancelled, each whatever the others throw; what was thrown first then
     * leaves from the await. A child that throws first ends the select with its exception, and the others are
     * cancelled; what they throw meanwhile is suppressed in it.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param a the first child
     * @param b the second child
     * @return a future whose value says which child has won
     */
    @Placed(slot = Select2.class, by = "select$in")
    public static <A extends Future<?>, B extends Future<?>> Select2<A, B> select(A a, B b) {
        return select$in(a, b, new Select2<>());
    }

    /**
     * {@link #select(Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param a the first child
     * @param b the second child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <A extends Future<?>, B extends Future<?>> Select2<A, B> select$in(A a, B b, Select2<A, B> slot) {
        slot.place(a, b);
        return slot;
    }

    /**
     * Waits for the first of three futures, see {@link #select(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @return a future whose value says which child has won
     */
    @Placed(slot = Select3.class, by = "select$in")
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>> Select3<A, B, C> select(
            A a, B b, C c) {
        return select$in(a, b, c, new Select3<>());
    }

    /**
     * {@link #select(Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>> Select3<A, B, C> select$in(
            A a, B b, C c, Select3<A, B, C> slot) {
        slot.place(a, b, c);
        return slot;
    }

    /**
     * Waits for two futures.
     *
     * <p>Each poll starts with another child, so that none starves the others of the task's budget. A child that is
     * complete is polled no more. A child that throws ends the join at once with its exception, and those that are not
     * complete are cancelled.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param a the first child
     * @param b the second child
     * @return a future whose value gives both children
     */
    @Placed(slot = Join2.class, by = "join$in")
    public static <A extends Future<?>, B extends Future<?>> Join2<A, B> join(A a, B b) {
        return join$in(a, b, new Join2<>());
    }

    /**
     * {@link #join(Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param a the first child
     * @param b the second child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <A extends Future<?>, B extends Future<?>> Join2<A, B> join$in(A a, B b, Join2<A, B> slot) {
        slot.place(a, b);
        return slot;
    }

    /**
     * Waits for three futures, see {@link #join(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @return a future whose value gives the children
     */
    @Placed(slot = Join3.class, by = "join$in")
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>> Join3<A, B, C> join(A a, B b, C c) {
        return join$in(a, b, c, new Join3<>());
    }

    /**
     * {@link #join(Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>> Join3<A, B, C> join$in(
            A a, B b, C c, Join3<A, B, C> slot) {
        slot.place(a, b, c);
        return slot;
    }

    /**
     * Lends a future to a combinator: when it loses or is cancelled the future stays as it is, for the next round of a
     * loop.
     *
     * <pre>{@code
     * var deadline = Timer.afterMillis(1000);
     * for (;;) {
     *     var r = await(select(bytes.receive(), borrow(deadline)));
     *     if (r.isSecond()) break;
     * }
     * }</pre>
     *
     * <p>The future stays registered where it waits, so its wake may come while nobody polls it: a spurious one. It is
     * cancelled by whoever made it.
     *
     * @param <F> the class of the future
     * @param f a future that has not ended
     * @return a future that is complete when {@code f} is, and gives it
     */
    @Placed(slot = Borrowed.class, by = "borrow$in")
    public static <F extends Future<?>> Borrowed<F> borrow(F f) {
        return borrow$in(f, new Borrowed<>());
    }

    /**
     * {@link #borrow} in a slot.
     *
     * @param <F> the class of the future
     * @param f a future that has not ended
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <F extends Future<?>> Borrowed<F> borrow$in(F f, Borrowed<F> slot) {
        slot.place(f);
        return slot;
    }

    /**
     * Lets the other tasks that are ready run before this one goes on: pending once, after waking its own task.
     *
     * @return a future that is ready at its second poll
     */
    @Placed(slot = Yield.class, by = "yieldNow$in")
    public static Future<Void> yieldNow() {
        return yieldNow$in(new Yield());
    }

    /**
     * {@link #yieldNow} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Yield yieldNow$in(Yield slot) {
        slot.place();
        return slot;
    }
}
