// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Future;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BarrierTest {
    private final Events events = new Events();

    static Stream<IntFunction<Barrier>> forms() {
        return Stream.of(Barrier::of, Barrier::local);
    }

    /** Tokio sync_barrier: single. */
    @Test
    void oneAloneGoesOnAtOnceAsTheLeader() {
        Barrier barrier = Barrier.of(1);
        events.poll("a", barrier.arrive());
        events.poll("b", barrier.arrive());
        events.expect("a ready true", "b ready true");
    }

    /** Tokio sync_barrier: zero_does_not_block; here it is an error. */
    @Test
    void itIsForAtLeastOne() {
        assertEquals(
                "a Barrier is for at least 1 task, not 0",
                assertThrows(IllegalArgumentException.class, () -> Barrier.of(0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Barrier.local(-1));
    }

    /** Tokio sync_barrier: tango, lots. */
    @ParameterizedTest
    @MethodSource("forms")
    void theLastOneLetsAllGoOnAndANewRoundBegins(IntFunction<Barrier> form) {
        Barrier barrier = form.apply(3);
        for (int round = 0; round < 2; round++) {
            Future<Boolean> a = barrier.arrive();
            Future<Boolean> b = barrier.arrive();
            events.poll("a", a);
            events.poll("b", b);
            events.poll("a", a);
            events.poll("c", barrier.arrive());
            events.poll("next", barrier.arrive());
            barrier.arrive().cancel();
            events.poll("b", b);
            events.poll("a", a);
            events.expect(
                    "a pending",
                    "b pending",
                    "a pending",
                    "a woken",
                    "b woken",
                    "c ready true",
                    "next pending",
                    "b ready false",
                    "a ready false");
            barrier = form.apply(3);
        }
    }

    /** Tokio's is not cancel safe; here who is cancelled has not arrived. */
    @Test
    void whoIsCancelledHasNotArrived() {
        Barrier barrier = Barrier.of(2);
        Future<Boolean> a = barrier.arrive();
        Future<Boolean> b = barrier.arrive();
        events.poll("a", a);
        a.cancel();
        events.poll("b", b);
        events.poll("c", barrier.arrive());
        events.poll("b", b);
        events.expect("a pending", "b pending", "b woken", "c ready true", "b ready false");
    }

    @Test
    void whoIsCancelledAfterTheLastHasComeHasArrived() {
        Barrier barrier = Barrier.of(3);
        Future<Boolean> a = barrier.arrive();
        Future<Boolean> b = barrier.arrive();
        events.poll("a", a);
        events.poll("b", b);
        events.poll("c", barrier.arrive());
        a.cancel();
        events.poll("b", b);
        events.poll("d", barrier.arrive());
        events.expect("a pending", "b pending", "a woken", "b woken", "c ready true", "b ready false", "d pending");
    }

    @Test
    void aLeaderWithoutBudgetLetsTheOthersGoOn() {
        Barrier barrier = Barrier.of(2);
        Future<Boolean> a = barrier.arrive();
        Future<Boolean> b = barrier.arrive();
        events.poll("a", a);
        events.poll("b", b, new Budget(events.waker("b"), 0));
        events.poll("a", a);
        events.poll("b", b);
        events.expect("a pending", "b woken", "a woken", "b pending", "a ready false", "b ready true");
    }
}
