// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import dev.pollen.testing.Parties;
import dev.pollen.testing.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments name the scenarios of Embassy's rpc_service tests. */
final class RpcServiceTest {
    private static final String CLOSED = "ChannelClosedException: the channel is closed";

    private final Events events = new Events();

    static Stream<Supplier<RpcService<List<String>>>> forms() {
        return Stream.of(RpcService::of, RpcService::local);
    }

    /** basic: a call waits until somebody serves, runs there, and its result comes back. */
    @ParameterizedTest
    @MethodSource("forms")
    void basic(Supplier<RpcService<List<String>>> form) {
        RpcService<List<String>> service = form.get();
        List<String> state = new ArrayList<>();
        Future<Boolean> call = service.call(s -> s.add("a"));
        events.poll("call", call);
        Future<Void> serve = service.serve(state);
        events.poll("serve", serve);
        events.poll("call", call);
        Future<Boolean> next = service.call(s -> s.add("b"));
        events.poll("next", next);
        events.poll("serve", serve);
        events.poll("next", next);
        assertEquals(List.of("a", "b"), state);
        events.expect(
                "call pending",
                "call woken",
                "serve pending",
                "call ready true",
                "serve woken",
                "next pending",
                "next woken",
                "serve pending",
                "next ready true");
    }

    /** different_return_types, zero_sized_return. */
    @Test
    void different_return_types() {
        RpcService<List<String>> service = RpcService.of();
        Future<Integer> size = service.call(List::size);
        Future<String> first = service.call(s -> s.get(0));
        Future<Void> nothing = service.call(s -> null);
        events.poll("size", size);
        events.poll("first", first);
        events.poll("nothing", nothing);
        service.serve(List.of("x")).poll(Context.of(() -> {}));
        assertEquals(Poll.READY, size.poll(Context.of(() -> {})));
        assertEquals(1, size.take());
        events.poll("first", first);
        events.poll("nothing", nothing);
        assertNull(nothing.take());
        events.expect(
                "size pending",
                "first pending",
                "nothing pending",
                "size woken",
                "first woken",
                "nothing woken",
                "first ready x",
                "nothing ready");
    }

    /** cancel_before_acquire_then_next_call, cancel_after_submit_no_leak. */
    @Test
    void aCancelledCallDoesNotRun() {
        RpcService<List<String>> service = RpcService.of();
        List<String> state = new ArrayList<>();
        Future<Boolean> never = service.call(s -> s.add("never"));
        never.cancel();
        Future<Boolean> gone = service.call(s -> s.add("gone"));
        Future<Boolean> next = service.call(s -> s.add("next"));
        events.poll("gone", gone);
        events.poll("next", next);
        gone.cancel();
        Future<Void> serve = service.serve(state);
        events.poll("serve", serve);
        events.poll("next", next);
        assertEquals(List.of("next"), state);
        // It has run, and its result is dropped.
        Future<Boolean> late = service.call(s -> s.add("late"));
        events.poll("late", late);
        events.poll("serve", serve);
        late.cancel();
        assertEquals(List.of("next", "late"), state);
        events.expect(
                "gone pending",
                "next pending",
                "next woken",
                "serve pending",
                "next ready true",
                "serve woken",
                "late pending",
                "late woken",
                "serve pending");
    }

    /** concurrent_run_panics. */
    @Test
    void concurrent_run_panics() {
        RpcService<List<String>> service = RpcService.of();
        Future<Void> first = service.serve(new ArrayList<>());
        events.poll("first", first);
        Future<Void> second = service.serve(new ArrayList<>());
        events.poll("second", second);
        first.cancel();
        events.poll("third", service.serve(new ArrayList<>()));
        events.expect(
                "first pending",
                "second threw IllegalStateException: another task serves this RpcService; calls are run by one task, so"
                        + " await serve() in one place",
                "third pending");
    }

    /** restart_many_cycles, restart_with_pending_job: whoever serves next runs what waits. */
    // Embassy: rpc_service: restart_many_cycles, restart_with_pending_job, restart_after_cancel_mid_job
    @Test
    void restart_many_cycles() {
        RpcService<List<String>> service = RpcService.of();
        List<String> state = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            Future<Void> serve = service.serve(state);
            events.poll("serve", serve);
            Future<Boolean> call = service.call(s -> s.add("c" + n));
            events.poll("call", call);
            serve.cancel();
            serve = service.serve(state);
            events.poll("serve", serve);
            events.poll("call", call);
            events.expect(
                    "serve pending", "serve woken", "call pending", "call woken", "serve pending", "call ready true");
            serve.cancel();
        }
        assertEquals(20, state.size());
    }

    /** restart_after_cancel_mid_job: the caller goes while its code runs; that ends, and what comes next is served. */
    @ParameterizedTest
    @MethodSource("forms")
    void restart_after_cancel_mid_job(Supplier<RpcService<List<String>>> form) {
        RpcService<List<String>> service = form.get();
        List<String> state = new ArrayList<>();
        Future<?>[] gone = new Future<?>[1];
        gone[0] = service.call(s -> {
            s.add("begins");
            gone[0].cancel();
            return s.add("ends");
        });
        Future<Boolean> next = service.call(s -> s.add("next"));
        events.poll("gone", gone[0]);
        events.poll("next", next);
        Future<Void> serve = service.serve(state);
        events.poll("serve", serve);
        events.poll("next", next);
        events.poll("gone", gone[0]);
        events.expect(
                "gone pending",
                "next pending",
                "next woken",
                "serve pending",
                "next ready true",
                "gone threw IllegalStateException: RpcService.call(code) was polled after cancel; call the method"
                        + " again");
        serve.cancel();
        Future<Boolean> later = service.call(s -> s.add("later"));
        events.poll("later", later);
        events.poll("serve again", service.serve(state));
        events.poll("later", later);
        events.expect("later pending", "later woken", "serve again pending", "later ready true");
        assertEquals(List.of("begins", "ends", "next", "later"), state);
    }

    /** try_call_immediate. */
    @Test
    void try_call_immediate() {
        RpcService<List<String>> service = RpcService.of();
        List<String> state = new ArrayList<>();
        Future<Boolean> call = service.call(s -> s.add("waits"));
        events.poll("call", call);
        assertTrue(service.tryCall(s -> s.add("at once")));
        assertFalse(service.tryCall(s -> s.add("too many")));
        Future<Void> serve = service.serve(state);
        events.poll("serve", serve);
        assertTrue(service.tryCall(s -> s.add("again")));
        events.poll("serve", serve);
        assertEquals(List.of("at once", "waits", "again"), state);
        events.expect("call pending", "call woken", "serve pending", "serve woken", "serve pending");
    }

    /** closure_panic_recovery: upstream the service goes on; here the caller gets the exception, too. */
    // Embassy: rpc_service: closure_panic_recovery, destructor_panic_recovery
    @Test
    void closure_panic_recovery() {
        RpcService<List<String>> service = RpcService.of();
        List<String> state = new ArrayList<>();
        Future<Object> bad = service.call(s -> {
            throw new ArithmeticException("bad");
        });
        Future<Object> worse = service.call(s -> {
            throw new AssertionError("worse");
        });
        Future<Boolean> good = service.call(s -> s.add("good"));
        events.poll("bad", bad);
        events.poll("worse", worse);
        events.poll("good", good);
        Future<Void> serve = service.serve(state);
        events.poll("serve", serve);
        events.poll("bad", bad);
        events.poll("bad", bad);
        events.poll("worse", worse);
        events.poll("good", good);
        events.expect(
                "bad pending",
                "worse pending",
                "good pending",
                "bad woken",
                "worse woken",
                "good woken",
                "serve pending",
                "bad threw ArithmeticException: bad",
                "bad threw IllegalStateException: RpcService.call(code) was polled after an exception; it ends once, call"
                        + " the method again",
                "worse threw AssertionError: worse",
                "good ready true");
        // Without a caller it is the server's.
        service.tryCall(s -> {
            throw new ArithmeticException("nobody's");
        });
        events.poll("serve", serve);
        events.poll("serve", service.serve(state));
        events.expect("serve woken", "serve threw ArithmeticException: nobody's", "serve pending");
    }

    /** poll_after_completion_panics. */
    @Test
    void poll_after_completion_panics() {
        RpcService<List<String>> service = RpcService.of();
        Future<Integer> call = service.call(List::size);
        events.poll("call", call);
        service.serve(List.of()).poll(Context.of(() -> {}));
        events.poll("call", call);
        events.poll("call", call);
        events.poll("empty", new RpcService.Request<>());
        events.poll("empty", new RpcService.Serve<>());
        events.expect(
                "call pending",
                "call woken",
                "call ready 0",
                "call threw IllegalStateException: RpcService.call(code) was polled after completion; it ends once, call"
                        + " the method again",
                "empty threw IllegalStateException: RpcService.call(code) was polled before it was placed in its slot",
                "empty threw IllegalStateException: RpcService.serve(state) was polled before it was placed in its"
                        + " slot");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void closeEndsTheServerAndFailsTheCalls(Supplier<RpcService<List<String>>> form) {
        RpcService<List<String>> service = form.get();
        Future<Integer> early = service.call(List::size);
        events.poll("early", early);
        assertFalse(service.isClosed());
        service.close();
        assertTrue(service.isClosed());
        events.poll("early", early);
        events.poll("late", service.call(List::size));
        events.poll("serve", service.serve(List.of()));
        assertFalse(service.tryCall(List::size));
        RpcService<List<String>> other = form.get();
        Future<Void> serve = other.serve(List.of());
        events.poll("other", serve);
        other.close();
        events.poll("other", serve);
        events.expect(
                "early pending",
                "early woken",
                "early threw " + CLOSED,
                "late threw " + CLOSED,
                "serve ready",
                "other pending",
                "other woken",
                "other ready");
    }

    @Test
    void theServerYieldsWhenItsBudgetIsSpent() {
        RpcService<List<String>> service = RpcService.of();
        List<String> state = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            service.call(s -> s.add("x")).poll(Context.of(() -> {}));
        }
        Future<Void> serve = service.serve(state);
        events.poll("serve", serve, new Budget(events.waker("serve"), 2));
        assertEquals(2, state.size());
        events.poll("serve", serve, new Budget(events.waker("serve"), 2));
        assertEquals(3, state.size());
        events.expect("serve woken", "serve pending", "serve pending");
    }

    @Test
    void codeMayUseTheService() {
        RpcService<List<String>> service = RpcService.of();
        List<String> state = new ArrayList<>();
        Future<?>[] other = {service.call(s -> s.add("never"))};
        other[0].poll(Context.of(() -> {}));
        assertTrue(service.tryCall(s -> {
            other[0].cancel();
            return service.tryCall(t -> t.add("nested"));
        }));
        events.poll("serve", service.serve(state));
        assertEquals(List.of("nested"), state);
        events.expect("serve pending");
    }

    /** Each call runs once, in order, unless it is cancelled before; servers come and go. */
    @ParameterizedTest
    @MethodSource("dev.pollen.sync.ChannelSimulationTest#seeds")
    void randomHistories(long seed) {
        Random random = new Random(seed);
        Parties parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        RpcService<List<Integer>> service = RpcService.of();
        List<Integer> ran = new ArrayList<>();
        List<Future<?>> serves = new ArrayList<>();
        int[] next = {0};
        int[] ended = {0};
        for (int step = 0; step < 500; step++) {
            switch (random.nextInt(7)) {
                case 0, 1, 2 -> {
                    int number = next[0]++;
                    parties.start(service.call(s -> s.add(number) ? number : -1), result -> {
                        ended[0]++;
                        assertEquals(number, result);
                        assertTrue(ran.contains(number));
                    });
                }
                case 3 -> {
                    if (serves.isEmpty()) {
                        serves.add(service.serve(ran));
                        parties.start(serves.get(0), nothing -> serves.clear(), true);
                    } else if (random.nextInt(4) == 0) {
                        assertTrue(parties.cancel(serves.remove(0)));
                    }
                }
                case 4 -> {
                    if (random.nextInt(3) == 0) {
                        parties.cancelOther(serves.isEmpty() ? null : serves.get(0));
                    }
                }
                default -> parties.runOne();
            }
        }
        assertEquals(ran.size(), ran.stream().distinct().count());
        service.close();
        assertTrue(ended[0] <= ran.size());
    }

    @Test
    @Timeout(120)
    void betweenThreadsEachCallRunsOnceAndAnswersItsCaller() throws Exception {
        int rounds = 10_000;
        RpcService<int[]> service = RpcService.of();
        int[] state = {0};
        int[] sum = {0, 0};
        Threads.run(() -> Threads.await(service.serve(state)), () -> {
            Threads.run(() -> callOften(service, sum, 0, rounds), () -> callOften(service, sum, 1, rounds));
            service.close();
        });
        assertTrue(state[0] >= sum[0] + sum[1]);
        assertTrue(sum[0] + sum[1] >= rounds);
    }

    private static void callOften(RpcService<int[]> service, int[] sum, int caller, int rounds)
            throws InterruptedException {
        Random random = new Random(caller);
        int last = 0;
        for (int i = 0; i < rounds; i++) {
            Future<Integer> call = service.call(s -> ++s[0]);
            if (random.nextInt(4) == 0) {
                boolean ready = call.poll(Context.of(() -> {})) == Poll.READY;
                call.cancel();
                sum[caller] += ready ? 1 : 0;
            } else {
                int count = Threads.await(call);
                assertTrue(count > last);
                last = count;
                sum[caller]++;
            }
        }
    }
}
