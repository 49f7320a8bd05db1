// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import org.junit.jupiter.api.Test;

/** Combinators of arrays, and {@code tryJoin}. */
final class ArraysTest {
    private final Events events = new Events();
    private final Manual<String> a = new Manual<>("a", events);
    private final Manual<String> b = new Manual<>("b", events);
    private final Manual<String> c = new Manual<>("c", events);

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Manual<String>[] array(Manual<?>... children) {
        return (Manual[]) children;
    }

    private Manual<String>[] many(int count) {
        Manual<String>[] made = array(new Manual<?>[count]);
        for (int i = 0; i < count; i++) {
            made[i] = new Manual<>(Integer.toString(i), events);
        }
        return made;
    }

    // Embassy: select_array, select_slice
    @Test
    void theFirstOfAnArrayThatIsReadyWins() {
        var select = Futures.select(array(a, b, c));
        events.poll("select", select);
        b.complete("value");
        c.complete("lost");
        events.poll("select", select);
        events.expect(
                "a polled",
                "b polled",
                "c polled",
                "select pending",
                "select woken",
                "select woken",
                "a polled",
                "b polled",
                "a cancelled",
                "c cancelled",
                "select ready");
        assertEquals(1, select.index());
        assertEquals(3, select.size());
        assertSame(b, select.winner());
        assertSame(b, select.child(1));
        assertTrue(select.isReady(1));
        assertFalse(select.isReady(2));
        assertEquals(
                "child(2) of a select was read, but it is not ready; ask isReady(2) first",
                assertThrows(IllegalStateException.class, () -> select.child(2)).getMessage());
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> select.isReady(3));
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> select.child(-1));
    }

    /** pw_async2, select_test: Pend_MultipleReady. */
    @Test
    void selectAllReportsAllThatAreReady() {
        a.complete("a");
        c.complete("c");
        var all = Futures.selectAll(array(a, b, c));
        events.poll("all", all);
        events.expect("a polled", "b polled", "c polled", "b cancelled", "all ready");
        assertEquals(0, all.index());
        assertTrue(all.isReady(0));
        assertFalse(all.isReady(1));
        assertEquals("c", all.child(2).get());
    }

    /** What is received in the poll in which another child throws is not lost, and neither is what is thrown. */
    @Test
    void aChildOfSelectAllThatThrowsTakesNothingWithIt() {
        a.complete("a");
        b.fail(new IllegalArgumentException("b"));
        c.complete("c");
        var all = Futures.selectAll(array(a, b, c));
        events.poll("all", all);
        events.expect("a polled", "b polled", "c cancelled", "all ready");
        assertEquals("a", all.winner().get());
        assertEquals("a", all.child(0).get());
        assertTrue(all.isReady(1));
        assertEquals(
                "b",
                assertThrows(IllegalArgumentException.class, () -> all.child(1)).getMessage());
        assertFalse(all.isReady(2));
    }

    @Test
    void aChildOfSelectAllThatIsTheFirstToEndThrowsAtOnce() {
        b.fail(new IllegalArgumentException("b"));
        c.complete("c");
        var all = Futures.selectAll(array(a, b, c));
        events.poll("all", all);
        events.expect("a polled", "b polled", "a cancelled", "c cancelled", "all threw IllegalArgumentException: b");
    }

    @Test
    void aRaceGivesTheValueOfItsWinner() {
        b.complete("value");
        Future<String> race = Futures.race(array(a, b, c));
        events.poll("race", race);
        events.expect("a polled", "b polled", "a cancelled", "c cancelled", "race ready value");
        assertEquals("value", race.take());
        assertEquals(
                "the value of race(array) was read after it was taken",
                assertThrows(IllegalStateException.class, race::get).getMessage());
    }

    /** Embassy's select_slice of nothing pends for ever. */
    // Tokio: macros_select: no_branch_else_only
    @Test
    void aSelectOfNothingIsAnErrorAndAJoinOfNothingIsReady() {
        assertEquals(
                "select(array) was given no futures: nothing would ever be ready",
                assertThrows(IllegalArgumentException.class, () -> Futures.select(array()))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Futures.selectAll(array()));
        assertThrows(IllegalArgumentException.class, () -> Futures.race(array()));
        var join = Futures.join(array());
        events.poll("join", join);
        events.expect("join ready");
        assertEquals(0, join.size());
    }

    @Test
    void nullIsRefused() {
        assertEquals(
                "select(array) was given null in place of an array",
                assertThrows(NullPointerException.class, () -> Futures.select((Manual<String>[]) null))
                        .getMessage());
        assertEquals(
                "join(array) was given null in place of a future",
                assertThrows(NullPointerException.class, () -> Futures.join(array(a, null)))
                        .getMessage());
    }

    @Test
    void eachPollOfAJoinStartsWithAnotherChild() {
        var join = Futures.join(array(a, b, c));
        events.poll("join", join);
        b.complete("2");
        events.poll("join", join);
        a.complete("1");
        c.complete("3");
        events.poll("join", join);
        events.expect(
                "a polled",
                "b polled",
                "c polled",
                "join pending",
                "join woken",
                "b polled",
                "c polled",
                "a polled",
                "join pending",
                "join woken",
                "join woken",
                "c polled",
                "a polled",
                "join ready");
        assertEquals("2", join.child(1).get());
        assertEquals(3, join.size());
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> join.child(3));
    }

    @Test
    void aChildThatThrowsEndsAJoinAtOnce() {
        var join = Futures.join(array(a, b, c));
        a.complete("1");
        b.fail(new IllegalArgumentException("broken"));
        events.poll("join", join);
        events.expect("a polled", "b polled", "c cancelled", "join threw IllegalArgumentException: broken");
        assertEquals(1, join.failed());
    }

    @Test
    void aChildThatThrowsFirstEndsASelectAndAllAreCancelledWhateverTheyThrow() {
        a.fail(new IllegalArgumentException("broken"));
        b.failingCancel(new IllegalStateException("from b"));
        var select = Futures.select(array(a, b, c));
        events.poll("select", select);
        events.expect("a polled", "b cancelled", "c cancelled", "select threw IllegalArgumentException: broken");
    }

    @Test
    void whatCancellingALoserThrowsLeaves() {
        a.complete("1");
        b.failingCancel(new IllegalStateException("from b"));
        var select = Futures.select(array(a, b, c));
        events.poll("select", select);
        events.expect("a polled", "b cancelled", "c cancelled", "select threw IllegalStateException: from b");
        assertThrows(IllegalStateException.class, select::winner);
    }

    @Test
    void cancelReachesEachChildThatIsNotComplete() {
        var join = Futures.join(array(a, b, c));
        b.complete("2");
        events.poll("join", join);
        events.forget();
        c.failingCancel(new IllegalArgumentException("from c"));
        assertThrows(IllegalArgumentException.class, join::cancel);
        join.cancel();
        events.expect("a cancelled", "c cancelled");
        events.poll("join", join);
        events.expect("join threw IllegalStateException: join(array) was polled after cancel; call the method again");
    }

    /** More than a word of bits. */
    // Embassy: join_array
    @Test
    void arraysMayBeLong() {
        for (int count : new int[] {63, 64, 65, 128, 129, 200}) {
            Manual<String>[] children = many(count);
            var join = Futures.join(children);
            for (int i = 0; i < count - 1; i++) {
                children[i].complete(Integer.toString(i));
            }
            events.poll("join", join);
            events.forget();
            children[count - 1].complete("last");
            events.poll("join", join);
            events.expect("join woken", (count - 1) + " polled", "join ready");
            assertEquals("last", join.child(count - 1).get());
        }
    }

    @Test
    void aSlotIsUsedAgainForAnotherArray() {
        SelectArray<Manual<String>> slot = new SelectArray<>();
        Manual<String>[] first = many(130);
        first[129].complete("129");
        events.poll("slot", Futures.selectAll$in(first, slot));
        assertTrue(slot.isReady(129));
        Manual<String>[] second = many(130);
        second[65].complete("65");
        second[129].complete("129");
        events.poll("slot", Futures.select$in(second, slot));
        assertEquals(65, slot.index());
        assertFalse(slot.isReady(129));
    }

    // pw_async2: Pend_VoidFuture, Pend_OnlyVoidFutures; Tokio: macros_join: join_size
    @Test
    void slotsAllocateNothing() {
        Context cx = Context.of(() -> {});
        Yield[] few = {new Yield(), new Yield(), new Yield()};
        Yield[] many = new Yield[100];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Yield();
        }
        SelectArray<Yield> select = new SelectArray<>();
        JoinArray<Yield> join = new JoinArray<>();
        Race.OfArray<Void> race = new Race.OfArray<>();
        TryJoin<JoinArray<Yield>> tried = new TryJoin<>();
        assertEquals(0, Allocation.bytes(() -> {
            round(cx, few, select, join, race, tried);
            round(cx, many, select, join, race, tried);
        }));
    }

    private static void round(
            Context cx,
            Yield[] array,
            SelectArray<Yield> select,
            JoinArray<Yield> join,
            Race.OfArray<Void> race,
            TryJoin<JoinArray<Yield>> tried) {
        place(array);
        end(cx, Futures.select$in(array, select));
        place(array);
        end(cx, Futures.selectAll$in(array, select));
        place(array);
        end(cx, Futures.race$in(array, race));
        place(array);
        end(cx, Futures.tryJoin$in(Futures.join$in(array, join), tried));
    }

    private static void place(Yield[] array) {
        for (Yield yield : array) {
            Futures.yieldNow$in(yield);
        }
    }

    private static void end(Context cx, Future<?> future) {
        while (future.poll(cx) == Poll.PENDING) {
            continue;
        }
        future.take();
    }

    @Test
    void tryJoinGivesTheJoin() {
        a.complete("1");
        var tried = Futures.tryJoin(Futures.join(a, b));
        events.poll("tried", tried);
        b.complete("2");
        events.poll("tried", tried);
        events.expect("a polled", "b polled", "tried pending", "tried woken", "b polled", "tried ready");
        assertFalse(tried.hasFailed());
        assertEquals("2", tried.joined().second().get());
        assertThrows(IllegalStateException.class, tried::failed);
        assertEquals(
                "failure() of a tryJoin was read, but no child has thrown; ask hasFailed() first",
                assertThrows(IllegalStateException.class, tried::failure).getMessage());
    }

    /** Tokio, macros_try_join: err_abort_early; and it says which. */
    @Test
    void tryJoinSaysWhichChildHasFailed() {
        RuntimeException broken = new IllegalArgumentException("broken");
        b.fail(broken);
        var tried = Futures.tryJoin(Futures.join(a, b, c));
        events.poll("tried", tried);
        events.expect("a polled", "b polled", "a cancelled", "c cancelled", "tried ready");
        assertTrue(tried.hasFailed());
        assertEquals(1, tried.failed());
        assertSame(broken, tried.failure());
        assertSame(
                broken, assertThrows(IllegalStateException.class, tried::joined).getCause());
        var array = Futures.tryJoin(Futures.join(array(a)));
        assertThrows(IllegalStateException.class, array::hasFailed);
    }

    @Test
    void anErrorLeavesFromATryJoin() {
        Future<Void> failing = new Future<>() {
            @Override
            public Poll poll(Context cx) {
                throw new AssertionError("bug");
            }

            @Override
            public Void get() {
                return null;
            }

            @Override
            public void cancel() {}
        };
        var tried = Futures.tryJoin(Futures.join(a, failing));
        events.poll("tried", tried);
        events.poll("tried", tried);
        events.expect(
                "a polled",
                "a cancelled",
                "tried threw AssertionError: bug",
                "tried threw IllegalStateException: tryJoin(join) was polled after an exception; it ends once, call"
                        + " the method again");
    }

    @Test
    void cancellingATryJoinCancelsTheJoin() {
        var tried = Futures.tryJoin(Futures.join(a, b));
        events.poll("tried", tried);
        tried.cancel();
        tried.cancel();
        events.expect("a polled", "b polled", "tried pending", "a cancelled", "b cancelled");
    }
}
