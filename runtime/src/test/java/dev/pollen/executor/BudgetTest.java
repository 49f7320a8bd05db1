// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.testing.TestTask;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A task whose futures are always ready lets others run after 128 of them. */
final class BudgetTest {
    private final Executor executor = Executor.on(new VirtualClock());

    private int readyInOnePoll(Supplier<Future<?>> ready) {
        int[] taken = new int[1];
        executor.spawner().spawn(TestTask.of("greedy", n -> {
            taken[0] = n;
            return ready.get();
        }));
        executor.poll();
        int first = taken[0];
        executor.poll();
        assertEquals(2 * first, taken[0]);
        executor.stop();
        return first;
    }

    // pw_async2: PendReady; pw_async2: ValueFuture.Pend, Resolved, Default, ResolvedInPlace; Tokio: coop_budget (2)
    @Test
    void readyFutures() {
        assertEquals(128, readyInOnePoll(Future::done));
        assertEquals(128, readyInOnePoll(() -> Future.ready(1)));
    }

    /** Tokio: select_is_budget_aware. */
    // Tokio: macros_select: select_is_budget_aware
    @Test
    void combinatorsSpendWhatTheirChildrenDo() {
        assertEquals(128, readyInOnePoll(() -> Futures.select(Futures.pending(), Future.ready(1))));
        assertEquals(64, readyInOnePoll(() -> Futures.join(Future.ready(1), Future.ready(2))));
    }

    @Test
    void timersThatAreDue() {
        assertEquals(128, readyInOnePoll(() -> Timer.at(0)));
        assertEquals(128, readyInOnePoll(() -> Timer.afterMillis(0)));
    }

    @Test
    void joinHandlesOfRunsThatHaveEnded() {
        TaskPool<TestTask> pool = TestTask.pool("quick", 300);
        TaskJoin<?>[] ended = new TaskJoin<?>[300];
        for (int i = 0; i < 300; i++) {
            ended[i] = executor.spawner().submit$in(TestTask.claim(pool, n -> null), new TaskJoin<Object>());
        }
        executor.runUntilStalled();
        int[] next = new int[1];
        assertEquals(128, readyInOnePoll(() -> ended[next[0]++]));
    }

    @Test
    void aContextOfOnesOwnSpendsTheTasksBudget() {
        int[] spent = new int[1];
        executor.spawner().spawn(TestTask.of("greedy", n -> {
            Context mine = Context.of(() -> {});
            while (mine.spend()) {
                spent[0]++;
            }
            return null;
        }));
        executor.poll();
        assertEquals(128, spent[0]);
    }

    @Test
    void outsideOfTasksThereIsNoLimit() {
        Context mine = Context.of(() -> {});
        for (int i = 0; i < 1_000; i++) {
            assertTrue(mine.spend());
            assertTrue(Context.cancelled().spend());
        }
    }
}
