// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.executor.Executor;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Events;
import dev.pollen.testing.TestTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cell of hand-written futures; the scenarios of pw_async2's future and value_future tests are named. */
final class FutureCoreTest {
    private final Events events = new Events();

    static Stream<Supplier<FutureCore<Integer>>> forms() {
        return Stream.of(() -> FutureCore.of("a key"), () -> FutureCore.local("a key"));
    }

    /** A hand-written future, as the class comment shows one. */
    private static final class Key implements Future<Integer> {
        private final FutureCore<Integer> core;

        Key(FutureCore<Integer> core) {
            this.core = core;
        }

        @Override
        public Poll poll(Context cx) {
            return core.poll(cx);
        }

        @Override
        public Integer get() {
            return core.get();
        }

        @Override
        public void cancel() {
            core.cancel();
        }
    }

    /** ValueFuture.Pend, WakeAndMarkReady. */
    // pw_async2: codelab: KeyPressFuture; pw_async2: codelab: coin_slot_test
    @ParameterizedTest
    @MethodSource("forms")
    void Pend(Supplier<FutureCore<Integer>> form) {
        FutureCore<Integer> core = form.get();
        Key key = new Key(core);
        events.poll("key", key);
        events.poll("key", key);
        assertFalse(core.isSet());
        assertTrue(core.complete(27));
        assertTrue(core.isSet());
        assertFalse(core.complete(28));
        events.poll("key", key);
        events.expect("key pending", "key pending", "key woken", "key ready 27");
        assertEquals(27, core.take());
        assertNull(core.get());
        events.poll("key", key);
        events.expect("key threw IllegalStateException: the future of a key was polled after completion; it ends once");
    }

    /** FutureCore.PendReady: completed before the first poll. */
    @ParameterizedTest
    @MethodSource("forms")
    void PendReady(Supplier<FutureCore<Integer>> form) {
        FutureCore<Integer> core = form.get();
        core.complete(42);
        events.poll("key", new Key(core));
        events.expect("key ready 42");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anExceptionLeavesFromThePoll(Supplier<FutureCore<Integer>> form) {
        FutureCore<Integer> core = form.get();
        Key key = new Key(core);
        events.poll("key", key);
        assertTrue(core.fail(new IllegalArgumentException("jammed")));
        assertFalse(core.complete(1));
        events.poll("key", key);
        events.poll("key", key);
        events.expect(
                "key pending",
                "key woken",
                "key threw IllegalArgumentException: jammed",
                "key threw IllegalStateException: the future of a key was polled after an exception; it ends once");
        assertThrows(IllegalStateException.class, core::get);
        assertThrows(NullPointerException.class, () -> core.fail(null));
    }

    /** Unlist, Reset: nobody touches it after cancel. */
    @ParameterizedTest
    @MethodSource("forms")
    void aCancelledCellWakesNobodyAndSaysSo(Supplier<FutureCore<Integer>> form) {
        FutureCore<Integer> core = form.get();
        Key key = new Key(core);
        events.poll("key", key);
        key.cancel();
        key.cancel();
        assertFalse(core.complete(1));
        events.poll("key", key);
        events.expect("key pending", "key threw IllegalStateException: the future of a key was polled after cancel");
        core.reset();
        assertTrue(core.complete(2));
        events.poll("key", key);
        key.cancel();
        events.expect("key ready 2");
        assertEquals(2, core.get());
    }

    /** Embassy, D11: of two that poll, the last one is woken, and it alone. */
    @ParameterizedTest
    @MethodSource("forms")
    void theLastWakerIsWoken(Supplier<FutureCore<Integer>> form) {
        FutureCore<Integer> core = form.get();
        Key key = new Key(core);
        events.poll("first", key);
        events.poll("second", key);
        core.complete(1);
        events.expect("first pending", "second pending", "second woken");
    }

    @Test
    void aValueWaitsForBudget() {
        FutureCore<Integer> core = FutureCore.of("a key");
        core.complete(1);
        Context broke = new Context() {
            @Override
            public dev.pollen.Waker waker() {
                return events.waker("broke");
            }

            @Override
            public boolean spend() {
                return false;
            }
        };
        events.poll("key", new Key(core), broke);
        events.poll("key", new Key(core));
        events.expect("broke woken", "key pending", "key ready 1");
    }

    /** FutureWaitReasonMustBeProvided. */
    @Test
    void aReasonMustBeGiven() {
        assertThrows(NullPointerException.class, () -> FutureCore.of(null));
    }

    @Test
    void aLocalCellBelongsToOneExecutor() throws InterruptedException {
        FutureCore<Integer> core = FutureCore.local("a key");
        core.isSet();
        Throwable[] thrown = new Throwable[1];
        Thread other = new Thread(() -> {
            try {
                core.complete(1);
            } catch (IllegalStateException e) {
                thrown[0] = e;
            }
        });
        other.start();
        other.join();
        assertTrue(thrown[0].getMessage().contains("FutureCore.local"), thrown[0]::getMessage);
    }

    /** value_future_thread_test: ResolveFromOtherThread, Void_MoveRace_LoopingTask, 5,000 times. */
    @Test
    void anotherThreadCompletesItAndNoWakeIsLost() throws InterruptedException {
        int rounds = 5_000;
        FutureCore<Integer> core = FutureCore.of("the other thread");
        AtomicInteger round = new AtomicInteger(-1);
        Thread other = new Thread(() -> {
            for (int i = 0; i < rounds; ) {
                if (round.get() == i && core.complete(i)) {
                    i++;
                } else {
                    Thread.onSpinWait();
                }
            }
        });
        int[] sum = {0};
        Executor executor = Executor.builder().build();
        other.start();
        executor.run(spawner -> spawner.spawn(TestTask.of("task", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                if (n == rounds) {
                    return null;
                }
                core.reset();
                round.set(n);
                return new Key(core);
            }

            @Override
            public void took(int n, Object value) {
                sum[0] += (Integer) value - n;
            }
        })));
        other.join();
        executor.close();
        assertEquals(0, sum[0]);
    }

    @Test
    void itAllocatesNothing() {
        FutureCore<String> core = FutureCore.of("a key");
        Context cx = Context.of(() -> {});
        assertEquals(0, Allocation.bytes(() -> {
            core.reset();
            core.poll(cx);
            core.complete("x");
            if (core.poll(cx) != Poll.READY || core.take() != "x") {
                throw new AssertionError();
            }
        }));
    }
}
