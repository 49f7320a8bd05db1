// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.testing.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CancellationTokenTest {
    private final Events events = new Events();

    static Stream<Supplier<CancellationToken>> forms() {
        return Stream.of(CancellationToken::of, CancellationToken::local);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    /** Tokio sync_cancellation_token: cancel_token. */
    @ParameterizedTest
    @MethodSource("forms")
    void allThatWaitAreToldOnceAndForGood(Supplier<CancellationToken> form) {
        CancellationToken token = form.get();
        Future<Void> one = token.cancelled();
        Future<Void> two = token.cancelled();
        Future<Void> gone = token.cancelled();
        events.poll("one", one);
        events.poll("gone", gone);
        events.poll("two", two);
        gone.cancel();
        assertFalse(token.isCancelled());
        token.cancel();
        token.cancel();
        assertTrue(token.isCancelled());
        events.poll("one", one);
        events.poll("two", two);
        events.poll("late", token.cancelled());
        events.expect(
                "one pending",
                "gone pending",
                "two pending",
                "one woken",
                "two woken",
                "one ready",
                "two ready",
                "late ready");
    }

    /** Tokio sync_cancellation_token: cancel_child_token_through_parent, cancel_grandchild_token_through_parent_if_child_was_dropped. */
    @Test
    void aChildIsCancelledWithItsParent() {
        CancellationToken token = CancellationToken.of();
        CancellationToken child = token.child();
        CancellationToken grandchild = child.child();
        Future<Void> below = grandchild.cancelled();
        Future<Void> above = token.cancelled();
        events.poll("below", below);
        events.poll("above", above);
        token.cancel();
        assertTrue(child.isCancelled());
        events.poll("below", below);
        events.expect("below pending", "above pending", "above woken", "below woken", "below ready");
    }

    /** Tokio sync_cancellation_token: cancel_child_token_without_parent. */
    @Test
    void aChildAloneLeavesItsParentAsItIs() {
        CancellationToken token = CancellationToken.of();
        Future<Void> above = token.cancelled();
        Future<Void> beside = token.child().cancelled();
        events.poll("above", above);
        events.poll("beside", beside);
        try (CancellationToken child = token.child()) {
            Future<Void> waiting = child.cancelled();
            events.poll("waiting", waiting);
            child.cancel();
            events.poll("waiting", waiting);
        }
        assertFalse(token.isCancelled());
        token.cancel();
        events.expect(
                "above pending",
                "beside pending",
                "waiting pending",
                "waiting woken",
                "waiting ready",
                "above woken",
                "beside woken");
    }

    /** Tokio sync_cancellation_token: create_child_token_after_parent_was_cancelled. */
    @Test
    void aChildOfACancelledTokenIsCancelled() {
        CancellationToken token = CancellationToken.of();
        token.cancel();
        assertTrue(token.child().isCancelled());
        events.poll("child", token.child().child().cancelled());
        events.expect("child ready");
    }

    /** Whoever is woken sees that all tokens below are cancelled, and what it does with them is harmless. */
    @Test
    void whoIsWokenSeesTheWholeTreeCancelled() {
        CancellationToken token = CancellationToken.of();
        CancellationToken first = token.child();
        CancellationToken second = token.child();
        Future<Void> waiting = second.cancelled();
        waiting.poll(dev.pollen.Context.of(() -> {
            events.say(
                    "first " + first.isCancelled() + ", below " + first.child().isCancelled());
            first.close();
            second.close();
        }));
        token.cancel();
        events.expect("first true, below true");
    }

    /** Random trees: a wait is ready exactly if its token or one above it was cancelled, and it was woken once. */
    @ParameterizedTest
    @MethodSource("seeds")
    void exactlyTheTokensBelowAreCancelled(long seed) {
        Random random = new Random(seed);
        List<CancellationToken> tokens = new ArrayList<>(List.of(CancellationToken.of()));
        List<Integer> parents = new ArrayList<>(List.of(-1));
        for (int i = 1; i < 40; i++) {
            int parent = random.nextInt(i);
            parents.add(parent);
            tokens.add(tokens.get(parent).child());
        }
        boolean[] cancelled = new boolean[40];
        int[] wakes = new int[40];
        List<Future<Void>> waits = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            waits.add(tokens.get(i).cancelled());
            waits.get(i).poll(dev.pollen.Context.of(() -> wakes[number]++));
        }
        for (int step = 0; step < 5; step++) {
            int at = 1 + random.nextInt(39);
            tokens.get(at).cancel();
            cancelled[at] = true;
            for (int i = 1; i < 40; i++) {
                cancelled[i] |= cancelled[parents.get(i)];
            }
            for (int i = 0; i < 40; i++) {
                assertTrue(tokens.get(i).isCancelled() == cancelled[i]);
                assertTrue(wakes[i] == (cancelled[i] ? 1 : 0));
            }
        }
    }
}
