// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Future;
import dev.pollen.Mapping;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Futures made of other futures.
 *
 * <pre>{@code
 * var r = await(select(stop.notified(), join(left.read(), right.read())));
 * if (r.isFirst()) {
 *     print("stopped");
 * } else {
 *     int sum = r.second().first().getAsInt() + r.second().second().getAsInt();
 *     print("sum " + sum);
 * }
 * }</pre>
 *
 * <p>The value of a combinator gives the children themselves, so nothing is boxed. Children are polled and cancelled by
 * the task that polls the combinator.
 *
 * <p><b>Cancel safety.</b> Cancelling a combinator cancels its children that are not complete; what those that are
 * complete have received goes with them.
 *
 * <p><b>Threading.</b> A future belongs to one task at a time, and so do its children; what is inside them says who may
 * resolve them.
 *
 * <p><b>Allocation.</b> None where the combinator is awaited directly; one object for each call where it is not.
 *
 * <p><b>Errors.</b> What a child throws leaves from the await, after the others were cancelled; what they throw
 * meanwhile is suppressed in it. Polling again after the end is an {@link IllegalStateException}, and so is a future
 * that is used in two places at once.
 */
public class Futures {
    private Futures() {}

    /**
     * Waits for the first of two futures.
     *
     * <pre>{@code
     * var r = await(select(stop.notified(), orders.receive(), sensor.read()));
     * switch (r.index()) {
     *     case 0 -> print("stop");
     *     case 1 -> print("order " + r.second().get());
     *     default -> print("measured " + r.third().getAsInt());
     * }
     * }</pre>
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
     * Waits for the first of four futures, see {@link #select(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @return a future whose value says which child has won
     */
    @Placed(slot = Select4.class, by = "select$in")
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
            Select4<A, B, C, D> select(A a, B b, C c, D d) {
        return select$in(a, b, c, d, new Select4<>());
    }

    /**
     * {@link #select(Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
            Select4<A, B, C, D> select$in(A a, B b, C c, D d, Select4<A, B, C, D> slot) {
        slot.place(a, b, c, d);
        return slot;
    }

    /**
     * Waits for the first of five futures, see {@link #select(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @return a future whose value says which child has won
     */
    @Placed(slot = Select5.class, by = "select$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>>
            Select5<A, B, C, D, E> select(A a, B b, C c, D d, E e) {
        return select$in(a, b, c, d, e, new Select5<>());
    }

    /**
     * {@link #select(Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>>
            Select5<A, B, C, D, E> select$in(A a, B b, C c, D d, E e, Select5<A, B, C, D, E> slot) {
        slot.place(a, b, c, d, e);
        return slot;
    }

    /**
     * Waits for the first of six futures, see {@link #select(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @return a future whose value says which child has won
     */
    @Placed(slot = Select6.class, by = "select$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>>
            Select6<A, B, C, D, E, F> select(A a, B b, C c, D d, E e, F f) {
        return select$in(a, b, c, d, e, f, new Select6<>());
    }

    /**
     * {@link #select(Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>>
            Select6<A, B, C, D, E, F> select$in(A a, B b, C c, D d, E e, F f, Select6<A, B, C, D, E, F> slot) {
        slot.place(a, b, c, d, e, f);
        return slot;
    }

    /**
     * Waits for the first of seven futures, see {@link #select(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @return a future whose value says which child has won
     */
    @Placed(slot = Select7.class, by = "select$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>>
            Select7<A, B, C, D, E, F, G> select(A a, B b, C c, D d, E e, F f, G g) {
        return select$in(a, b, c, d, e, f, g, new Select7<>());
    }

    /**
     * {@link #select(Future, Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>>
            Select7<A, B, C, D, E, F, G> select$in(
                    A a, B b, C c, D d, E e, F f, G g, Select7<A, B, C, D, E, F, G> slot) {
        slot.place(a, b, c, d, e, f, g);
        return slot;
    }

    /**
     * Waits for the first of eight futures, see {@link #select(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param <H> the class of the eighth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @return a future whose value says which child has won
     */
    @Placed(slot = Select8.class, by = "select$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>,
                    H extends Future<?>>
            Select8<A, B, C, D, E, F, G, H> select(A a, B b, C c, D d, E e, F f, G g, H h) {
        return select$in(a, b, c, d, e, f, g, h, new Select8<>());
    }

    /**
     * {@link #select(Future, Future, Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param <H> the class of the eighth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>,
                    H extends Future<?>>
            Select8<A, B, C, D, E, F, G, H> select$in(
                    A a, B b, C c, D d, E e, F f, G g, H h, Select8<A, B, C, D, E, F, G, H> slot) {
        slot.place(a, b, c, d, e, f, g, h);
        return slot;
    }

    /**
     * Waits for the first of the futures of an array, see {@link #select(Future, Future)}.
     *
     * <p><b>Allocation.</b> None for up to 64 children; for more, the slot keeps an array of a bit for each.
     *
     * @param <F> the class of the children
     * @param children the futures; the array must not change until this has ended
     * @return a future whose value says which child has won
     * @throws IllegalArgumentException if the array is empty: nothing would ever be ready
     */
    @Placed(slot = SelectArray.class, by = "select$in")
    public static <F extends Future<?>> SelectArray<F> select(F[] children) {
        return select$in(children, new SelectArray<>());
    }

    /**
     * {@link #select(Future[])} in a slot.
     *
     * @param <F> the class of the children
     * @param children the futures
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <F extends Future<?>> SelectArray<F> select$in(F[] children, SelectArray<F> slot) {
        slot.place(children, false);
        return slot;
    }

    /**
     * Waits until at least one of two futures is ready, and reports all that are.
     *
     * <pre>{@code
     * var r = await(selectAll(left.read(), right.read()));
     * if (r.isFirst() && r.isSecond()) {
     *     print("at the same time");
     * }
     * }</pre>
     *
     * <p>Each poll polls all children, in the order in which they are declared, so a child that is ready at the same time
     * as one before it is not lost, as it would be in {@link #select(Future, Future) select}: {@code isFirst()}, {@code
     * isSecond()} and so on are true for each that is ready, {@code index()} is the first of them. Those that are not
     * ready are cancelled.
     *
     * <p>A child that throws ends it with its exception, if none before it is ready; those behind it were not polled, and are
     * cancelled without having received anything. If one before it is ready, nothing of that is lost: the child that has
     * thrown has ended, too, {@code isSecond()} is true, and its exception leaves from {@code second()}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param a the first child
     * @param b the second child
     * @return a future whose value says which children are ready
     */
    @Placed(slot = Select2.class, by = "selectAll$in")
    public static <A extends Future<?>, B extends Future<?>> Select2<A, B> selectAll(A a, B b) {
        return selectAll$in(a, b, new Select2<>());
    }

    /**
     * {@link #selectAll(Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param a the first child
     * @param b the second child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <A extends Future<?>, B extends Future<?>> Select2<A, B> selectAll$in(A a, B b, Select2<A, B> slot) {
        slot.place(a, b);
        slot.reportsAll();
        return slot;
    }

    /**
     * Waits until at least one is ready of three futures, see {@link #selectAll(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @return a future whose value says which children are ready
     */
    @Placed(slot = Select3.class, by = "selectAll$in")
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>> Select3<A, B, C> selectAll(
            A a, B b, C c) {
        return selectAll$in(a, b, c, new Select3<>());
    }

    /**
     * {@link #selectAll(Future, Future, Future)} in a slot.
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
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>> Select3<A, B, C> selectAll$in(
            A a, B b, C c, Select3<A, B, C> slot) {
        slot.place(a, b, c);
        slot.reportsAll();
        return slot;
    }

    /**
     * Waits until at least one is ready of four futures, see {@link #selectAll(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @return a future whose value says which children are ready
     */
    @Placed(slot = Select4.class, by = "selectAll$in")
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
            Select4<A, B, C, D> selectAll(A a, B b, C c, D d) {
        return selectAll$in(a, b, c, d, new Select4<>());
    }

    /**
     * {@link #selectAll(Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
            Select4<A, B, C, D> selectAll$in(A a, B b, C c, D d, Select4<A, B, C, D> slot) {
        slot.place(a, b, c, d);
        slot.reportsAll();
        return slot;
    }

    /**
     * Waits until at least one is ready of five futures, see {@link #selectAll(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @return a future whose value says which children are ready
     */
    @Placed(slot = Select5.class, by = "selectAll$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>>
            Select5<A, B, C, D, E> selectAll(A a, B b, C c, D d, E e) {
        return selectAll$in(a, b, c, d, e, new Select5<>());
    }

    /**
     * {@link #selectAll(Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>>
            Select5<A, B, C, D, E> selectAll$in(A a, B b, C c, D d, E e, Select5<A, B, C, D, E> slot) {
        slot.place(a, b, c, d, e);
        slot.reportsAll();
        return slot;
    }

    /**
     * Waits until at least one is ready of six futures, see {@link #selectAll(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @return a future whose value says which children are ready
     */
    @Placed(slot = Select6.class, by = "selectAll$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>>
            Select6<A, B, C, D, E, F> selectAll(A a, B b, C c, D d, E e, F f) {
        return selectAll$in(a, b, c, d, e, f, new Select6<>());
    }

    /**
     * {@link #selectAll(Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>>
            Select6<A, B, C, D, E, F> selectAll$in(A a, B b, C c, D d, E e, F f, Select6<A, B, C, D, E, F> slot) {
        slot.place(a, b, c, d, e, f);
        slot.reportsAll();
        return slot;
    }

    /**
     * Waits until at least one is ready of seven futures, see {@link #selectAll(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @return a future whose value says which children are ready
     */
    @Placed(slot = Select7.class, by = "selectAll$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>>
            Select7<A, B, C, D, E, F, G> selectAll(A a, B b, C c, D d, E e, F f, G g) {
        return selectAll$in(a, b, c, d, e, f, g, new Select7<>());
    }

    /**
     * {@link #selectAll(Future, Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>>
            Select7<A, B, C, D, E, F, G> selectAll$in(
                    A a, B b, C c, D d, E e, F f, G g, Select7<A, B, C, D, E, F, G> slot) {
        slot.place(a, b, c, d, e, f, g);
        slot.reportsAll();
        return slot;
    }

    /**
     * Waits until at least one is ready of eight futures, see {@link #selectAll(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param <H> the class of the eighth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @return a future whose value says which children are ready
     */
    @Placed(slot = Select8.class, by = "selectAll$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>,
                    H extends Future<?>>
            Select8<A, B, C, D, E, F, G, H> selectAll(A a, B b, C c, D d, E e, F f, G g, H h) {
        return selectAll$in(a, b, c, d, e, f, g, h, new Select8<>());
    }

    /**
     * {@link #selectAll(Future, Future, Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param <H> the class of the eighth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>,
                    H extends Future<?>>
            Select8<A, B, C, D, E, F, G, H> selectAll$in(
                    A a, B b, C c, D d, E e, F f, G g, H h, Select8<A, B, C, D, E, F, G, H> slot) {
        slot.place(a, b, c, d, e, f, g, h);
        slot.reportsAll();
        return slot;
    }

    /**
     * Waits until at least one of the futures of an array is ready, see {@link #selectAll(Future, Future)}.
     *
     * <p><b>Allocation.</b> None for up to 64 children; for more, the slot keeps an array of a bit for each.
     *
     * @param <F> the class of the children
     * @param children the futures; the array must not change until this has ended
     * @return a future whose value says which children are ready
     * @throws IllegalArgumentException if the array is empty: nothing would ever be ready
     */
    @Placed(slot = SelectArray.class, by = "selectAll$in")
    public static <F extends Future<?>> SelectArray<F> selectAll(F[] children) {
        return selectAll$in(children, new SelectArray<>());
    }

    /**
     * {@link #selectAll(Future[])} in a slot.
     *
     * @param <F> the class of the children
     * @param children the futures
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <F extends Future<?>> SelectArray<F> selectAll$in(F[] children, SelectArray<F> slot) {
        slot.place(children, true);
        return slot;
    }

    /**
     * Waits for the first value of two futures of the same type.
     *
     * <pre>{@code
     * String command = await(race(wired.receive(), wireless.receive())); // whichever it comes by
     * }</pre>
     *
     * <p>It is a {@link #select(Future, Future) select} whose value is that of the child which has won: of several that
     * are ready the first in the order of the declaration. The others are cancelled. A child that throws first ends it
     * with its exception. There are forms for {@code int} and {@code long}, which box nothing; a {@code double} and a
     * {@code boolean} are boxed, and {@code select} boxes neither.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @return a future of the winner's value
     */
    @Placed(slot = Race.OfTwo.class, by = "race$in")
    public static <T extends @Nullable Object> Future<T> race(Future<? extends T> a, Future<? extends T> b) {
        return race$in(a, b, new Race.OfTwo<>());
    }

    /**
     * {@link #race(Future, Future)} in a slot.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Race.OfTwo<T> race$in(
            Future<? extends T> a, Future<? extends T> b, Race.OfTwo<T> slot) {
        slot.place(a, b);
        return slot;
    }

    /**
     * Waits for the first value of three futures, see {@link #race(Future, Future)}.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @return a future of the winner's value
     */
    @Placed(slot = Race.OfThree.class, by = "race$in")
    public static <T extends @Nullable Object> Future<T> race(
            Future<? extends T> a, Future<? extends T> b, Future<? extends T> c) {
        return race$in(a, b, c, new Race.OfThree<>());
    }

    /**
     * {@link #race(Future, Future, Future)} in a slot.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Race.OfThree<T> race$in(
            Future<? extends T> a, Future<? extends T> b, Future<? extends T> c, Race.OfThree<T> slot) {
        slot.place(a, b, c);
        return slot;
    }

    /**
     * Waits for the first value of four futures, see {@link #race(Future, Future)}.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @return a future of the winner's value
     */
    @Placed(slot = Race.OfFour.class, by = "race$in")
    public static <T extends @Nullable Object> Future<T> race(
            Future<? extends T> a, Future<? extends T> b, Future<? extends T> c, Future<? extends T> d) {
        return race$in(a, b, c, d, new Race.OfFour<>());
    }

    /**
     * {@link #race(Future, Future, Future, Future)} in a slot.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Race.OfFour<T> race$in(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Race.OfFour<T> slot) {
        slot.place(a, b, c, d);
        return slot;
    }

    /**
     * Waits for the first value of five futures, see {@link #race(Future, Future)}.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @return a future of the winner's value
     */
    @Placed(slot = Race.OfFive.class, by = "race$in")
    public static <T extends @Nullable Object> Future<T> race(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Future<? extends T> e) {
        return race$in(a, b, c, d, e, new Race.OfFive<>());
    }

    /**
     * {@link #race(Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Race.OfFive<T> race$in(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Future<? extends T> e,
            Race.OfFive<T> slot) {
        slot.place(a, b, c, d, e);
        return slot;
    }

    /**
     * Waits for the first value of six futures, see {@link #race(Future, Future)}.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @return a future of the winner's value
     */
    @Placed(slot = Race.OfSix.class, by = "race$in")
    public static <T extends @Nullable Object> Future<T> race(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Future<? extends T> e,
            Future<? extends T> f) {
        return race$in(a, b, c, d, e, f, new Race.OfSix<>());
    }

    /**
     * {@link #race(Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Race.OfSix<T> race$in(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Future<? extends T> e,
            Future<? extends T> f,
            Race.OfSix<T> slot) {
        slot.place(a, b, c, d, e, f);
        return slot;
    }

    /**
     * Waits for the first value of seven futures, see {@link #race(Future, Future)}.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @return a future of the winner's value
     */
    @Placed(slot = Race.OfSeven.class, by = "race$in")
    public static <T extends @Nullable Object> Future<T> race(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Future<? extends T> e,
            Future<? extends T> f,
            Future<? extends T> g) {
        return race$in(a, b, c, d, e, f, g, new Race.OfSeven<>());
    }

    /**
     * {@link #race(Future, Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Race.OfSeven<T> race$in(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Future<? extends T> e,
            Future<? extends T> f,
            Future<? extends T> g,
            Race.OfSeven<T> slot) {
        slot.place(a, b, c, d, e, f, g);
        return slot;
    }

    /**
     * Waits for the first value of eight futures, see {@link #race(Future, Future)}.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @return a future of the winner's value
     */
    @Placed(slot = Race.OfEight.class, by = "race$in")
    public static <T extends @Nullable Object> Future<T> race(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Future<? extends T> e,
            Future<? extends T> f,
            Future<? extends T> g,
            Future<? extends T> h) {
        return race$in(a, b, c, d, e, f, g, h, new Race.OfEight<>());
    }

    /**
     * {@link #race(Future, Future, Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <T> the type of the value
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Race.OfEight<T> race$in(
            Future<? extends T> a,
            Future<? extends T> b,
            Future<? extends T> c,
            Future<? extends T> d,
            Future<? extends T> e,
            Future<? extends T> f,
            Future<? extends T> g,
            Future<? extends T> h,
            Race.OfEight<T> slot) {
        slot.place(a, b, c, d, e, f, g, h);
        return slot;
    }

    /**
     * Waits for the first value of the futures of an array, see {@link #race(Future, Future)}.
     *
     * <p><b>Allocation.</b> None for up to 64 children; for more, the slot keeps an array of a bit for each.
     *
     * @param <T> the type of the value
     * @param children the futures; the array must not change until this has ended
     * @return a future of the winner's value
     * @throws IllegalArgumentException if the array is empty: nothing would ever be ready
     */
    @Placed(slot = Race.OfArray.class, by = "race$in")
    public static <T extends @Nullable Object> Future<T> race(Future<? extends T>[] children) {
        return race$in(children, new Race.OfArray<>());
    }

    /**
     * {@link #race(Future[])} in a slot.
     *
     * @param <T> the type of the value
     * @param children the futures
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Race.OfArray<T> race$in(
            Future<? extends T>[] children, Race.OfArray<T> slot) {
        slot.place(children, false);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future)} for {@code int}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @return a future of the winner's value
     */
    @Placed(slot = IntRace.OfTwo.class, by = "race$in")
    public static Future.OfInt race(Future.OfInt a, Future.OfInt b) {
        return race$in(a, b, new IntRace.OfTwo());
    }

    /**
     * {@link #race(Future.OfInt, Future.OfInt)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRace.OfTwo race$in(Future.OfInt a, Future.OfInt b, IntRace.OfTwo slot) {
        slot.place(a, b);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future)} for {@code int}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @return a future of the winner's value
     */
    @Placed(slot = IntRace.OfThree.class, by = "race$in")
    public static Future.OfInt race(Future.OfInt a, Future.OfInt b, Future.OfInt c) {
        return race$in(a, b, c, new IntRace.OfThree());
    }

    /**
     * {@link #race(Future.OfInt, Future.OfInt, Future.OfInt)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRace.OfThree race$in(Future.OfInt a, Future.OfInt b, Future.OfInt c, IntRace.OfThree slot) {
        slot.place(a, b, c);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future)} for {@code int}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @return a future of the winner's value
     */
    @Placed(slot = IntRace.OfFour.class, by = "race$in")
    public static Future.OfInt race(Future.OfInt a, Future.OfInt b, Future.OfInt c, Future.OfInt d) {
        return race$in(a, b, c, d, new IntRace.OfFour());
    }

    /**
     * {@link #race(Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRace.OfFour race$in(
            Future.OfInt a, Future.OfInt b, Future.OfInt c, Future.OfInt d, IntRace.OfFour slot) {
        slot.place(a, b, c, d);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future, Future)} for {@code int}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @return a future of the winner's value
     */
    @Placed(slot = IntRace.OfFive.class, by = "race$in")
    public static Future.OfInt race(Future.OfInt a, Future.OfInt b, Future.OfInt c, Future.OfInt d, Future.OfInt e) {
        return race$in(a, b, c, d, e, new IntRace.OfFive());
    }

    /**
     * {@link #race(Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRace.OfFive race$in(
            Future.OfInt a, Future.OfInt b, Future.OfInt c, Future.OfInt d, Future.OfInt e, IntRace.OfFive slot) {
        slot.place(a, b, c, d, e);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future, Future, Future)} for {@code int}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @return a future of the winner's value
     */
    @Placed(slot = IntRace.OfSix.class, by = "race$in")
    public static Future.OfInt race(
            Future.OfInt a, Future.OfInt b, Future.OfInt c, Future.OfInt d, Future.OfInt e, Future.OfInt f) {
        return race$in(a, b, c, d, e, f, new IntRace.OfSix());
    }

    /**
     * {@link #race(Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRace.OfSix race$in(
            Future.OfInt a,
            Future.OfInt b,
            Future.OfInt c,
            Future.OfInt d,
            Future.OfInt e,
            Future.OfInt f,
            IntRace.OfSix slot) {
        slot.place(a, b, c, d, e, f);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future, Future, Future, Future)} for {@code int}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @return a future of the winner's value
     */
    @Placed(slot = IntRace.OfSeven.class, by = "race$in")
    public static Future.OfInt race(
            Future.OfInt a,
            Future.OfInt b,
            Future.OfInt c,
            Future.OfInt d,
            Future.OfInt e,
            Future.OfInt f,
            Future.OfInt g) {
        return race$in(a, b, c, d, e, f, g, new IntRace.OfSeven());
    }

    /**
     * {@link #race(Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRace.OfSeven race$in(
            Future.OfInt a,
            Future.OfInt b,
            Future.OfInt c,
            Future.OfInt d,
            Future.OfInt e,
            Future.OfInt f,
            Future.OfInt g,
            IntRace.OfSeven slot) {
        slot.place(a, b, c, d, e, f, g);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future, Future, Future, Future, Future)} for {@code int}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @return a future of the winner's value
     */
    @Placed(slot = IntRace.OfEight.class, by = "race$in")
    public static Future.OfInt race(
            Future.OfInt a,
            Future.OfInt b,
            Future.OfInt c,
            Future.OfInt d,
            Future.OfInt e,
            Future.OfInt f,
            Future.OfInt g,
            Future.OfInt h) {
        return race$in(a, b, c, d, e, f, g, h, new IntRace.OfEight());
    }

    /**
     * {@link #race(Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt, Future.OfInt)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRace.OfEight race$in(
            Future.OfInt a,
            Future.OfInt b,
            Future.OfInt c,
            Future.OfInt d,
            Future.OfInt e,
            Future.OfInt f,
            Future.OfInt g,
            Future.OfInt h,
            IntRace.OfEight slot) {
        slot.place(a, b, c, d, e, f, g, h);
        return slot;
    }

    /**
     * The form of {@link #race(Future[])} for {@code int}, which is not boxed.
     *
     * @param children the futures; the array must not change until this has ended
     * @return a future of the winner's value
     * @throws IllegalArgumentException if the array is empty: nothing would ever be ready
     */
    @Placed(slot = IntRace.OfArray.class, by = "race$in")
    public static Future.OfInt race(Future.OfInt[] children) {
        return race$in(children, new IntRace.OfArray());
    }

    /**
     * {@link #race(Future.OfInt[])} in a slot.
     *
     * @param children the futures
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRace.OfArray race$in(Future.OfInt[] children, IntRace.OfArray slot) {
        slot.place(children, false);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future)} for {@code long}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @return a future of the winner's value
     */
    @Placed(slot = LongRace.OfTwo.class, by = "race$in")
    public static Future.OfLong race(Future.OfLong a, Future.OfLong b) {
        return race$in(a, b, new LongRace.OfTwo());
    }

    /**
     * {@link #race(Future.OfLong, Future.OfLong)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRace.OfTwo race$in(Future.OfLong a, Future.OfLong b, LongRace.OfTwo slot) {
        slot.place(a, b);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future)} for {@code long}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @return a future of the winner's value
     */
    @Placed(slot = LongRace.OfThree.class, by = "race$in")
    public static Future.OfLong race(Future.OfLong a, Future.OfLong b, Future.OfLong c) {
        return race$in(a, b, c, new LongRace.OfThree());
    }

    /**
     * {@link #race(Future.OfLong, Future.OfLong, Future.OfLong)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRace.OfThree race$in(Future.OfLong a, Future.OfLong b, Future.OfLong c, LongRace.OfThree slot) {
        slot.place(a, b, c);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future)} for {@code long}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @return a future of the winner's value
     */
    @Placed(slot = LongRace.OfFour.class, by = "race$in")
    public static Future.OfLong race(Future.OfLong a, Future.OfLong b, Future.OfLong c, Future.OfLong d) {
        return race$in(a, b, c, d, new LongRace.OfFour());
    }

    /**
     * {@link #race(Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRace.OfFour race$in(
            Future.OfLong a, Future.OfLong b, Future.OfLong c, Future.OfLong d, LongRace.OfFour slot) {
        slot.place(a, b, c, d);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future, Future)} for {@code long}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @return a future of the winner's value
     */
    @Placed(slot = LongRace.OfFive.class, by = "race$in")
    public static Future.OfLong race(
            Future.OfLong a, Future.OfLong b, Future.OfLong c, Future.OfLong d, Future.OfLong e) {
        return race$in(a, b, c, d, e, new LongRace.OfFive());
    }

    /**
     * {@link #race(Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRace.OfFive race$in(
            Future.OfLong a, Future.OfLong b, Future.OfLong c, Future.OfLong d, Future.OfLong e, LongRace.OfFive slot) {
        slot.place(a, b, c, d, e);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future, Future, Future)} for {@code long}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @return a future of the winner's value
     */
    @Placed(slot = LongRace.OfSix.class, by = "race$in")
    public static Future.OfLong race(
            Future.OfLong a, Future.OfLong b, Future.OfLong c, Future.OfLong d, Future.OfLong e, Future.OfLong f) {
        return race$in(a, b, c, d, e, f, new LongRace.OfSix());
    }

    /**
     * {@link #race(Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRace.OfSix race$in(
            Future.OfLong a,
            Future.OfLong b,
            Future.OfLong c,
            Future.OfLong d,
            Future.OfLong e,
            Future.OfLong f,
            LongRace.OfSix slot) {
        slot.place(a, b, c, d, e, f);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future, Future, Future, Future)} for {@code long}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @return a future of the winner's value
     */
    @Placed(slot = LongRace.OfSeven.class, by = "race$in")
    public static Future.OfLong race(
            Future.OfLong a,
            Future.OfLong b,
            Future.OfLong c,
            Future.OfLong d,
            Future.OfLong e,
            Future.OfLong f,
            Future.OfLong g) {
        return race$in(a, b, c, d, e, f, g, new LongRace.OfSeven());
    }

    /**
     * {@link #race(Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRace.OfSeven race$in(
            Future.OfLong a,
            Future.OfLong b,
            Future.OfLong c,
            Future.OfLong d,
            Future.OfLong e,
            Future.OfLong f,
            Future.OfLong g,
            LongRace.OfSeven slot) {
        slot.place(a, b, c, d, e, f, g);
        return slot;
    }

    /**
     * The form of {@link #race(Future, Future, Future, Future, Future, Future, Future, Future)} for {@code long}, which is not boxed.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @return a future of the winner's value
     */
    @Placed(slot = LongRace.OfEight.class, by = "race$in")
    public static Future.OfLong race(
            Future.OfLong a,
            Future.OfLong b,
            Future.OfLong c,
            Future.OfLong d,
            Future.OfLong e,
            Future.OfLong f,
            Future.OfLong g,
            Future.OfLong h) {
        return race$in(a, b, c, d, e, f, g, h, new LongRace.OfEight());
    }

    /**
     * {@link #race(Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong, Future.OfLong)} in a slot.
     *
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRace.OfEight race$in(
            Future.OfLong a,
            Future.OfLong b,
            Future.OfLong c,
            Future.OfLong d,
            Future.OfLong e,
            Future.OfLong f,
            Future.OfLong g,
            Future.OfLong h,
            LongRace.OfEight slot) {
        slot.place(a, b, c, d, e, f, g, h);
        return slot;
    }

    /**
     * The form of {@link #race(Future[])} for {@code long}, which is not boxed.
     *
     * @param children the futures; the array must not change until this has ended
     * @return a future of the winner's value
     * @throws IllegalArgumentException if the array is empty: nothing would ever be ready
     */
    @Placed(slot = LongRace.OfArray.class, by = "race$in")
    public static Future.OfLong race(Future.OfLong[] children) {
        return race$in(children, new LongRace.OfArray());
    }

    /**
     * {@link #race(Future.OfLong[])} in a slot.
     *
     * @param children the futures
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRace.OfArray race$in(Future.OfLong[] children, LongRace.OfArray slot) {
        slot.place(children, false);
        return slot;
    }

    /**
     * Waits for two futures.
     *
     * <pre>{@code
     * var r = await(join(x.read(), y.read(), z.read())); // takes as long as the slowest
     * int[] position = {r.first().getAsInt(), r.second().getAsInt(), r.third().getAsInt()};
     * }</pre>
     *
     * <p>Each poll starts with another child, so that none starves the others of the task's budget. A child that is
     * complete is polled no more. A child that throws ends the join at once with its exception, and those that are not
     * complete are cancelled; {@link #tryJoin} gives the exception as a value and says whose it is.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param a the first child
     * @param b the second child
     * @return a future whose value gives the children
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
     * Waits for four futures, see {@link #join(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @return a future whose value gives the children
     */
    @Placed(slot = Join4.class, by = "join$in")
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
            Join4<A, B, C, D> join(A a, B b, C c, D d) {
        return join$in(a, b, c, d, new Join4<>());
    }

    /**
     * {@link #join(Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <A extends Future<?>, B extends Future<?>, C extends Future<?>, D extends Future<?>>
            Join4<A, B, C, D> join$in(A a, B b, C c, D d, Join4<A, B, C, D> slot) {
        slot.place(a, b, c, d);
        return slot;
    }

    /**
     * Waits for five futures, see {@link #join(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @return a future whose value gives the children
     */
    @Placed(slot = Join5.class, by = "join$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>>
            Join5<A, B, C, D, E> join(A a, B b, C c, D d, E e) {
        return join$in(a, b, c, d, e, new Join5<>());
    }

    /**
     * {@link #join(Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>>
            Join5<A, B, C, D, E> join$in(A a, B b, C c, D d, E e, Join5<A, B, C, D, E> slot) {
        slot.place(a, b, c, d, e);
        return slot;
    }

    /**
     * Waits for six futures, see {@link #join(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @return a future whose value gives the children
     */
    @Placed(slot = Join6.class, by = "join$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>>
            Join6<A, B, C, D, E, F> join(A a, B b, C c, D d, E e, F f) {
        return join$in(a, b, c, d, e, f, new Join6<>());
    }

    /**
     * {@link #join(Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>>
            Join6<A, B, C, D, E, F> join$in(A a, B b, C c, D d, E e, F f, Join6<A, B, C, D, E, F> slot) {
        slot.place(a, b, c, d, e, f);
        return slot;
    }

    /**
     * Waits for seven futures, see {@link #join(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @return a future whose value gives the children
     */
    @Placed(slot = Join7.class, by = "join$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>>
            Join7<A, B, C, D, E, F, G> join(A a, B b, C c, D d, E e, F f, G g) {
        return join$in(a, b, c, d, e, f, g, new Join7<>());
    }

    /**
     * {@link #join(Future, Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>>
            Join7<A, B, C, D, E, F, G> join$in(A a, B b, C c, D d, E e, F f, G g, Join7<A, B, C, D, E, F, G> slot) {
        slot.place(a, b, c, d, e, f, g);
        return slot;
    }

    /**
     * Waits for eight futures, see {@link #join(Future, Future)}.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param <H> the class of the eighth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @return a future whose value gives the children
     */
    @Placed(slot = Join8.class, by = "join$in")
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>,
                    H extends Future<?>>
            Join8<A, B, C, D, E, F, G, H> join(A a, B b, C c, D d, E e, F f, G g, H h) {
        return join$in(a, b, c, d, e, f, g, h, new Join8<>());
    }

    /**
     * {@link #join(Future, Future, Future, Future, Future, Future, Future, Future)} in a slot.
     *
     * @param <A> the class of the first child
     * @param <B> the class of the second child
     * @param <C> the class of the third child
     * @param <D> the class of the fourth child
     * @param <E> the class of the fifth child
     * @param <F> the class of the sixth child
     * @param <G> the class of the seventh child
     * @param <H> the class of the eighth child
     * @param a the first child
     * @param b the second child
     * @param c the third child
     * @param d the fourth child
     * @param e the fifth child
     * @param f the sixth child
     * @param g the seventh child
     * @param h the eighth child
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <
                    A extends Future<?>,
                    B extends Future<?>,
                    C extends Future<?>,
                    D extends Future<?>,
                    E extends Future<?>,
                    F extends Future<?>,
                    G extends Future<?>,
                    H extends Future<?>>
            Join8<A, B, C, D, E, F, G, H> join$in(
                    A a, B b, C c, D d, E e, F f, G g, H h, Join8<A, B, C, D, E, F, G, H> slot) {
        slot.place(a, b, c, d, e, f, g, h);
        return slot;
    }

    /**
     * Waits for the futures of an array, see {@link #join(Future, Future)}. An empty one is ready at once.
     *
     * <p><b>Allocation.</b> None for up to 64 children; for more, the slot keeps an array of a bit for each.
     *
     * @param <F> the class of the children
     * @param children the futures; the array must not change until this has ended
     * @return a future whose value gives the children
     */
    @Placed(slot = JoinArray.class, by = "join$in")
    public static <F extends Future<?>> JoinArray<F> join(F[] children) {
        return join$in(children, new JoinArray<>());
    }

    /**
     * {@link #join(Future[])} in a slot.
     *
     * @param <F> the class of the children
     * @param children the futures
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <F extends Future<?>> JoinArray<F> join$in(F[] children, JoinArray<F> slot) {
        slot.place(children);
        return slot;
    }

    /**
     * A join whose failure is a value: it says which child has thrown, and what.
     *
     * <pre>{@code
     * var r = await(tryJoin(join(boot.readId(), data.readId())));
     * if (r.hasFailed()) {
     *     print("chip " + r.failed() + ": " + r.failure().getMessage()); // chip 0 or 1
     * } else {
     *     print("both are " + r.joined().first().getAsInt());
     * }
     * }</pre>
     *
     * <p>As in any join, the others are cancelled as soon as one throws. What is no {@link Exception}, as {@link
     * dev.pollen.CancelledError} and {@link AssertionError}, leaves from the await all the same.
     *
     * @param <J> the class of the join
     * @param join a join of any number of children, or of an array
     * @return a future whose value gives the join or its failure
     */
    @Placed(slot = TryJoin.class, by = "tryJoin$in")
    public static <J extends Joining<?>> TryJoin<J> tryJoin(J join) {
        return tryJoin$in(join, new TryJoin<>());
    }

    /**
     * {@link #tryJoin} in a slot.
     *
     * @param <J> the class of the join
     * @param join a join of any number of children, or of an array
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <J extends Joining<?>> TryJoin<J> tryJoin$in(J join, TryJoin<J> slot) {
        slot.place(join);
        return slot;
    }

    /**
     * Lends a future to a combinator: when it loses or is cancelled the future stays as it is, for the next round of a
     * loop.
     *
     * <pre>{@code
     * var deadline = Timer.afterMillis(100);
     * for (; ; ) {
     *     var r = await(select(orders.receive(), borrow(deadline))); // the deadline runs on when it loses
     *     if (r.isSecond()) {
     *         break;
     *     }
     *     print("order " + r.first().get());
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
     * <pre>{@code
     * long energy = 0;
     * for (int i = 0; i < samples.length; i++) {
     *     energy += (long) samples[i] * samples[i];
     *     if (i % 64 == 63) {
     *         await(yieldNow()); // a long computation lets the others run
     *     }
     * }
     * }</pre>
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

    /**
     * Makes another value of that of a future, in the poll that finds it ready.
     *
     * <pre>{@code
     * var r = await(select(mapInt(fahrenheit.read(), f -> (f - 32) * 5 / 9), celsius.read()));
     * print((r.isFirst() ? r.first() : r.second()).getAsInt() + " degrees");
     * }</pre>
     *
     * <p>What the mapping throws leaves from the await, as does what {@code f} throws; a checked exception of a lambda is
     * one of this call, where the compiler sees it.
     *
     * <p><b>Cancel safety.</b> That of {@code f}; it is cancelled, and the mapping is not called. <b>Allocation.</b>
     * None, where it is awaited directly, but for a lambda that captures variables, which is an object for each call.
     * In an async method {@code await(f)} and an expression do the same; this is for combinators. {@code f} must be of
     * objects, else its value is boxed: {@code mapInt} and the other forms box nothing.
     *
     * @param <T> the type of the value of {@code f}
     * @param <R> the type of what is made of it
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value
     * @return a future of what the mapping gives
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Mapped.ToObj.class, by = "map$in")
    public static <T extends @Nullable Object, R extends @Nullable Object, E extends Throwable> Future<R> map(
            Future<T> f, Mapping<? super T, ? extends R, E> mapping) throws E {
        return map$in(f, mapping, new Mapped.ToObj<>());
    }

    /**
     * {@link #map} in a slot.
     *
     * @param <T> the type of the value of {@code f}
     * @param <R> the type of what is made of it
     * @param f the future
     * @param mapping called once, with its value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object, R extends @Nullable Object> Mapped.ToObj<T, R> map$in(
            Future<T> f, Mapping<? super T, ? extends R, ?> mapping, Mapped.ToObj<T, R> slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #map} for results that are primitive.
     *
     * @param <T> the type of the value of {@code f}
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value
     * @return a future of what the mapping gives
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Mapped.ToInt.class, by = "mapToInt$in")
    public static <T extends @Nullable Object, E extends Throwable> Future.OfInt mapToInt(
            Future<T> f, Mapping.ToInt<? super T, E> mapping) throws E {
        return mapToInt$in(f, mapping, new Mapped.ToInt<>());
    }

    /**
     * {@link #mapToInt} in a slot.
     *
     * @param <T> the type of the value of {@code f}
     * @param f the future
     * @param mapping called once, with its value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Mapped.ToInt<T> mapToInt$in(
            Future<T> f, Mapping.ToInt<? super T, ?> mapping, Mapped.ToInt<T> slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #map} for results that are primitive.
     *
     * @param <T> the type of the value of {@code f}
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value
     * @return a future of what the mapping gives
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Mapped.ToLong.class, by = "mapToLong$in")
    public static <T extends @Nullable Object, E extends Throwable> Future.OfLong mapToLong(
            Future<T> f, Mapping.ToLong<? super T, E> mapping) throws E {
        return mapToLong$in(f, mapping, new Mapped.ToLong<>());
    }

    /**
     * {@link #mapToLong} in a slot.
     *
     * @param <T> the type of the value of {@code f}
     * @param f the future
     * @param mapping called once, with its value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Mapped.ToLong<T> mapToLong$in(
            Future<T> f, Mapping.ToLong<? super T, ?> mapping, Mapped.ToLong<T> slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #map} for results that are primitive.
     *
     * @param <T> the type of the value of {@code f}
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value
     * @return a future of what the mapping gives
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Mapped.ToDouble.class, by = "mapToDouble$in")
    public static <T extends @Nullable Object, E extends Throwable> Future.OfDouble mapToDouble(
            Future<T> f, Mapping.ToDouble<? super T, E> mapping) throws E {
        return mapToDouble$in(f, mapping, new Mapped.ToDouble<>());
    }

    /**
     * {@link #mapToDouble} in a slot.
     *
     * @param <T> the type of the value of {@code f}
     * @param f the future
     * @param mapping called once, with its value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Mapped.ToDouble<T> mapToDouble$in(
            Future<T> f, Mapping.ToDouble<? super T, ?> mapping, Mapped.ToDouble<T> slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #map} for results that are primitive.
     *
     * @param <T> the type of the value of {@code f}
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value
     * @return a future of what the mapping gives
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Mapped.ToBoolean.class, by = "mapToBoolean$in")
    public static <T extends @Nullable Object, E extends Throwable> Future.OfBoolean mapToBoolean(
            Future<T> f, Mapping.ToBoolean<? super T, E> mapping) throws E {
        return mapToBoolean$in(f, mapping, new Mapped.ToBoolean<>());
    }

    /**
     * {@link #mapToBoolean} in a slot.
     *
     * @param <T> the type of the value of {@code f}
     * @param f the future
     * @param mapping called once, with its value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Mapped.ToBoolean<T> mapToBoolean$in(
            Future<T> f, Mapping.ToBoolean<? super T, ?> mapping, Mapped.ToBoolean<T> slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #map} for values and results of one primitive type.
     *
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value
     * @return a future of what the mapping gives
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Mapped.OfInt.class, by = "mapInt$in")
    public static <E extends Throwable> Future.OfInt mapInt(Future.OfInt f, Mapping.OfInt<E> mapping) throws E {
        return mapInt$in(f, mapping, new Mapped.OfInt());
    }

    /**
     * {@link #mapInt} in a slot.
     *
     * @param f the future
     * @param mapping called once, with its value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Mapped.OfInt mapInt$in(Future.OfInt f, Mapping.OfInt<?> mapping, Mapped.OfInt slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #map} for values and results of one primitive type.
     *
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value
     * @return a future of what the mapping gives
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Mapped.OfLong.class, by = "mapLong$in")
    public static <E extends Throwable> Future.OfLong mapLong(Future.OfLong f, Mapping.OfLong<E> mapping) throws E {
        return mapLong$in(f, mapping, new Mapped.OfLong());
    }

    /**
     * {@link #mapLong} in a slot.
     *
     * @param f the future
     * @param mapping called once, with its value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Mapped.OfLong mapLong$in(Future.OfLong f, Mapping.OfLong<?> mapping, Mapped.OfLong slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #map} for values and results of one primitive type.
     *
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value
     * @return a future of what the mapping gives
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Mapped.OfDouble.class, by = "mapDouble$in")
    public static <E extends Throwable> Future.OfDouble mapDouble(Future.OfDouble f, Mapping.OfDouble<E> mapping)
            throws E {
        return mapDouble$in(f, mapping, new Mapped.OfDouble());
    }

    /**
     * {@link #mapDouble} in a slot.
     *
     * @param f the future
     * @param mapping called once, with its value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Mapped.OfDouble mapDouble$in(Future.OfDouble f, Mapping.OfDouble<?> mapping, Mapped.OfDouble slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * Goes on with a second future, which is made of the first one's value, in the poll that finds that one ready.
     *
     * <pre>{@code
     * var r = await(select(stop.notified(), then(probe.receive(), Sensor::label))); // when it is plugged in
     * }</pre>
     *
     * <p>What {@code f}, the mapping or the second future throws leaves from the await. In an async method two awaits do
     * the same and allocate nothing; this is for combinators.
     *
     * <p><b>Cancel safety.</b> That of the future that is waited for; it is cancelled. <b>Allocation.</b> The second
     * future is made where the mapping makes it, on the heap, unless that gives one that is there already; and what
     * {@link #map} says of lambdas. A value that is primitive is boxed; {@link #thenToInt} and {@link #thenToLong} box
     * nothing.
     *
     * @param <T> the type of the value of {@code f}
     * @param <R> the type of the value of the second future
     * @param <E> the checked exception that the mapping throws
     * @param f the future
     * @param mapping called once, with its value; gives the second future
     * @return a future of the second one's value
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Then.class, by = "then$in")
    public static <T extends @Nullable Object, R extends @Nullable Object, E extends Throwable> Future<R> then(
            Future<T> f, Mapping<? super T, ? extends Future<R>, E> mapping) throws E {
        return then$in(f, mapping, new Then<>());
    }

    /**
     * {@link #then} in a slot.
     *
     * @param <T> the type of the value of {@code f}
     * @param <R> the type of the value of the second future
     * @param f the future
     * @param mapping called once, with its value; gives the second future
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object, R extends @Nullable Object> Then<T, R> then$in(
            Future<T> f, Mapping<? super T, ? extends Future<R>, ?> mapping, Then<T, R> slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #then} for a second future of {@code int}, which is not boxed.
     *
     * @param <T> the type of the first one's value
     * @param <E> the checked exception that is thrown meanwhile
     * @param f the first future
     * @param mapping called once, with its value; makes the second one
     * @return a future of the second one's value
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Then.ToInt.class, by = "thenToInt$in")
    public static <T extends @Nullable Object, E extends Throwable> Future.OfInt thenToInt(
            Future<T> f, Mapping<? super T, ? extends Future.OfInt, E> mapping) throws E {
        return thenToInt$in(f, mapping, new Then.ToInt<>());
    }

    /**
     * {@link #thenToInt} in a slot.
     *
     * @param <T> the type of the first one's value
     * @param f the first future
     * @param mapping called once, with its value; makes the second one
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Then.ToInt<T> thenToInt$in(
            Future<T> f, Mapping<? super T, ? extends Future.OfInt, ?> mapping, Then.ToInt<T> slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * The form of {@link #then} for a second future of {@code long}, which is not boxed.
     *
     * @param <T> the type of the first one's value
     * @param <E> the checked exception that is thrown meanwhile
     * @param f the first future
     * @param mapping called once, with its value; makes the second one
     * @return a future of the second one's value
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Then.ToLong.class, by = "thenToLong$in")
    public static <T extends @Nullable Object, E extends Throwable> Future.OfLong thenToLong(
            Future<T> f, Mapping<? super T, ? extends Future.OfLong, E> mapping) throws E {
        return thenToLong$in(f, mapping, new Then.ToLong<>());
    }

    /**
     * {@link #thenToLong} in a slot.
     *
     * @param <T> the type of the first one's value
     * @param f the first future
     * @param mapping called once, with its value; makes the second one
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Then.ToLong<T> thenToLong$in(
            Future<T> f, Mapping<? super T, ? extends Future.OfLong, ?> mapping, Then.ToLong<T> slot) {
        slot.place(f, mapping);
        return slot;
    }

    /**
     * A future that asks a function: ready when that says so. For something that is polled, without a class for it.
     *
     * <pre>{@code
     * await(pollFn(cx -> {
     *     interrupt.register(cx.waker());
     *     return register[0] != 0 ? Poll.READY : Poll.PENDING;
     * }));
     * }</pre>
     *
     * <p>The function holds the poll contract (see {@link Future}): where it says PENDING it has handed {@code
     * cx.waker()} to whatever will wake it. After READY or an exception it is not called again.
     *
     * <p><b>Cancel safety.</b> The function is not told; it is called no more. <b>Allocation.</b> None, where it is
     * awaited directly, but for a lambda that captures variables.
     *
     * @param <E> the checked exception that the function throws
     * @param function called by each poll
     * @return a future without a value
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Polled.Done.class, by = "pollFn$in")
    public static <E extends Throwable> Future<Void> pollFn(PollFunction<E> function) throws E {
        return pollFn$in(function, new Polled.Done());
    }

    /**
     * {@link #pollFn} in a slot.
     *
     * @param function called by each poll
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Polled.Done pollFn$in(PollFunction<?> function, Polled.Done slot) {
        slot.place(function);
        return slot;
    }

    /**
     * A future that asks a function for a value: {@link #pollFn} whose function gives the value, and null while there is
     * none.
     *
     * <pre>{@code
     * int value = await(pollValue(cx -> {
     *     interrupt.register(cx.waker());
     *     return register[0]; // null, while there is none
     * }));
     * }</pre>
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that the function throws
     * @param function called by each poll
     * @return a future of the first value that is not null
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Polled.Value.class, by = "pollValue$in")
    public static <T, E extends Throwable> Future<T> pollValue(PollFunction.OfValue<T, E> function) throws E {
        return pollValue$in(function, new Polled.Value<>());
    }

    /**
     * {@link #pollValue} in a slot.
     *
     * @param <T> the type of the value
     * @param function called by each poll
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T> Polled.Value<T> pollValue$in(PollFunction.OfValue<T, ?> function, Polled.Value<T> slot) {
        slot.place(function);
        return slot;
    }

    /**
     * Polls a future once, and does not wait for it.
     *
     * <pre>{@code
     * var r = await(pollOnce(orders.receive()));
     * print(r.isReady() ? "order " + r.future().get() : "no order");
     * }</pre>
     *
     * <p>A future that is not ready is cancelled; {@code pollOnce(borrow(f))} leaves it as it is. A loop of these yields
     * to other tasks when the budget is spent, but it keeps the processor busy.
     *
     * @param <F> the class of the future
     * @param f the future
     * @return a future that is ready at once, and whose value says whether {@code f} was
     */
    @Placed(slot = PollOnce.class, by = "pollOnce$in")
    public static <F extends Future<?>> PollOnce<F> pollOnce(F f) {
        return pollOnce$in(f, new PollOnce<>());
    }

    /**
     * {@link #pollOnce} in a slot.
     *
     * @param <F> the class of the future
     * @param f the future
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <F extends Future<?>> PollOnce<F> pollOnce$in(F f, PollOnce<F> slot) {
        slot.place(f);
        return slot;
    }

    /**
     * A future that is never ready: a branch of a {@code select} that is switched off, a task that only its abort ends.
     *
     * <pre>{@code
     * Future<Void> limit = limited ? Timer.afterMillis(10) : pending(); // a branch that is switched off
     * var r = await(select(sensor.read(), limit));
     * }</pre>
     *
     * @param <T> the type of the value that does not come
     * @return a future that only {@code cancel} ends
     */
    @Placed(slot = Pending.class, by = "pending$in")
    public static <T extends @Nullable Object> Future<T> pending() {
        return pending$in(new Pending<>());
    }

    /**
     * {@link #pending} in a slot.
     *
     * @param <T> the type of the value that does not come
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Pending<T> pending$in(Pending<T> slot) {
        slot.place();
        return slot;
    }

    /**
     * A value that is there already, as a part of a combinator. {@link Future#ready(Object) Future.ready} is for returns; elsewhere
     * it makes an object, and this is built in the awaiting frame.
     *
     * <pre>{@code
     * var r = await(join(sensor.read(), known ? ready(last) : sensor.read()));
     * }</pre>
     *
     * @param <T> the type of the value
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.class, by = "ready$in")
    public static <T extends @Nullable Object> Future<T> ready(T v) {
        return ready$in(v, new Ready<>());
    }

    /**
     * {@link #ready(Object)} in a slot.
     *
     * @param <T> the type of the value
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Ready<T> ready$in(T v, Ready<T> slot) {
        slot.place(v);
        return slot;
    }

    /**
     * The form of {@link #ready(Object)} for a {@code int}.
     *
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.OfInt.class, by = "ready$in")
    public static Future.OfInt ready(int v) {
        return ready$in(v, new Ready.OfInt());
    }

    /**
     * {@link #ready(int)} in a slot.
     *
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Ready.OfInt ready$in(int v, Ready.OfInt slot) {
        slot.place(v);
        return slot;
    }

    /**
     * The form of {@link #ready(Object)} for a {@code long}.
     *
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.OfLong.class, by = "ready$in")
    public static Future.OfLong ready(long v) {
        return ready$in(v, new Ready.OfLong());
    }

    /**
     * {@link #ready(long)} in a slot.
     *
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Ready.OfLong ready$in(long v, Ready.OfLong slot) {
        slot.place(v);
        return slot;
    }

    /**
     * The form of {@link #ready(Object)} for a {@code double}.
     *
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.OfDouble.class, by = "ready$in")
    public static Future.OfDouble ready(double v) {
        return ready$in(v, new Ready.OfDouble());
    }

    /**
     * {@link #ready(double)} in a slot.
     *
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Ready.OfDouble ready$in(double v, Ready.OfDouble slot) {
        slot.place(v);
        return slot;
    }

    /**
     * The form of {@link #ready(Object)} for a {@code boolean}.
     *
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.OfBoolean.class, by = "ready$in")
    public static Future.OfBoolean ready(boolean v) {
        return ready$in(v, new Ready.OfBoolean());
    }

    /**
     * {@link #ready(boolean)} in a slot.
     *
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Ready.OfBoolean ready$in(boolean v, Ready.OfBoolean slot) {
        slot.place(v);
        return slot;
    }

    /**
     * The form of {@link #ready(Object)} for a {@code char}, which is boxed.
     *
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.class, by = "ready$in")
    public static Future<Character> ready(char v) {
        return ready$in(v, new Ready<Character>());
    }

    /**
     * {@link #ready(char)} in a slot.
     *
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Ready<Character> ready$in(char v, Ready<Character> slot) {
        slot.place(v);
        return slot;
    }

    /**
     * The form of {@link #ready(Object)} for a {@code byte}, which is boxed.
     *
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.class, by = "ready$in")
    public static Future<Byte> ready(byte v) {
        return ready$in(v, new Ready<Byte>());
    }

    /**
     * {@link #ready(byte)} in a slot.
     *
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Ready<Byte> ready$in(byte v, Ready<Byte> slot) {
        slot.place(v);
        return slot;
    }

    /**
     * The form of {@link #ready(Object)} for a {@code short}, which is boxed.
     *
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.class, by = "ready$in")
    public static Future<Short> ready(short v) {
        return ready$in(v, new Ready<Short>());
    }

    /**
     * {@link #ready(short)} in a slot.
     *
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Ready<Short> ready$in(short v, Ready<Short> slot) {
        slot.place(v);
        return slot;
    }

    /**
     * The form of {@link #ready(Object)} for a {@code float}, which is boxed.
     *
     * @param v the value
     * @return a future that is ready at its first poll, and spends one of the task's budget there
     */
    @Placed(slot = Ready.class, by = "ready$in")
    public static Future<Float> ready(float v) {
        return ready$in(v, new Ready<Float>());
    }

    /**
     * {@link #ready(float)} in a slot.
     *
     * @param v the value
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static Ready<Float> ready$in(float v, Ready<Float> slot) {
        slot.place(v);
        return slot;
    }

    /**
     * Tries something until it succeeds, with rests in between.
     *
     * <pre>{@code
     * String serial = await(retry(BUS, () -> flash.readSerial())); // with the policy of the example of Retry
     * }</pre>
     *
     * <p>An attempt fails when the lambda throws or its future does. The exception of the last one leaves from the await;
     * those before are dropped, not suppressed in it, as that would allocate. What is no {@link Exception} leaves at once,
     * as does what {@link Retry#retryIf} does not want.
     *
     * <p><b>Cancel safety.</b> The attempt that runs is cancelled, or the rest is; nothing is tried any more.
     * <b>Allocation.</b> The future of each attempt, where the lambda makes it, and the lambda, if it captures
     * variables; {@link Backoff} is for a loop of one's own that allocates nothing. A value that is primitive is boxed
     * there as well; {@link #retryInt} and {@link #retryLong} box nothing.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that an attempt throws
     * @param policy how often, and with which rests
     * @param attempt starts an attempt
     * @return a future of the value of the attempt that succeeds
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = Retrying.class, by = "retry$in")
    public static <T extends @Nullable Object, E extends Throwable> Future<T> retry(Retry policy, Attempt<T, E> attempt)
            throws E {
        return retry$in(policy, attempt, new Retrying<>());
    }

    /**
     * {@link #retry} in a slot.
     *
     * @param <T> the type of the value
     * @param policy how often, and with which rests
     * @param attempt starts an attempt
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static <T extends @Nullable Object> Retrying<T> retry$in(
            Retry policy, Attempt<T, ?> attempt, Retrying<T> slot) {
        slot.place(policy, attempt);
        return slot;
    }

    /**
     * The form of {@link #retry} for {@code int}, which is not boxed.
     *
     * @param <E> the checked exception that an attempt throws
     * @param policy how often, and with which rests
     * @param attempt starts an attempt
     * @return a future of the value of the attempt that succeeds
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = IntRetrying.class, by = "retryInt$in")
    public static <E extends Throwable> Future.OfInt retryInt(Retry policy, IntAttempt<E> attempt) throws E {
        return retryInt$in(policy, attempt, new IntRetrying());
    }

    /**
     * {@link #retryInt} in a slot.
     *
     * @param policy how often, and with which rests
     * @param attempt starts an attempt
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static IntRetrying retryInt$in(Retry policy, IntAttempt<?> attempt, IntRetrying slot) {
        slot.place(policy, attempt);
        return slot;
    }

    /**
     * The form of {@link #retry} for {@code long}, which is not boxed.
     *
     * @param <E> the checked exception that an attempt throws
     * @param policy how often, and with which rests
     * @param attempt starts an attempt
     * @return a future of the value of the attempt that succeeds
     * @throws E never from here: it leaves from the await, where the compiler must see it
     */
    @Placed(slot = LongRetrying.class, by = "retryLong$in")
    public static <E extends Throwable> Future.OfLong retryLong(Retry policy, LongAttempt<E> attempt) throws E {
        return retryLong$in(policy, attempt, new LongRetrying());
    }

    /**
     * {@link #retryLong} in a slot.
     *
     * @param policy how often, and with which rests
     * @param attempt starts an attempt
     * @param slot a slot that is not in use
     * @return the slot
     */
    public static LongRetrying retryLong$in(Retry policy, LongAttempt<?> attempt, LongRetrying slot) {
        slot.place(policy, attempt);
        return slot;
    }
}
