// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.executor.Executor;
import dev.pollen.futures.Futures;
import dev.pollen.testing.Events;
import dev.pollen.testing.Script;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The locks between tasks of executors: waiting costs no polls, a dump says what for, {@code local} ones are refused. */
final class LockTasksTest {
    private final Events events = new Events();

    /** One wait that never ends for each primitive, with what the dump says of it. */
    private static Map<String, Supplier<Future<?>>> waits() {
        Semaphore semaphore = Semaphore.local(1).named("slots");
        RwLock<String> lock = RwLock.local("table");
        assertEquals(Poll.READY, lock.write().poll(Context.of(() -> {})));
        RwLock<String> read = RwLock.<String>local("table").named("table");
        assertEquals(Poll.READY, read.read().poll(Context.of(() -> {})));
        Barrier barrier = Barrier.local(3);
        OnceLock<String> cell = OnceLock.local();
        CancellationToken token = CancellationToken.local();
        Map<String, Supplier<Future<?>>> waits = new TreeMap<>();
        waits.put("Semaphore \"slots\" has 1 of 2", () -> semaphore.acquire(2));
        waits.put("RwLock held by a writer", lock::read);
        waits.put("RwLock \"table\" held by readers", read::write);
        waits.put("Barrier, 1 of 3 arrived", barrier::arrive);
        waits.put("OnceLock not set", cell::get);
        waits.put("CancellationToken not cancelled", token.child()::cancelled);
        return waits;
    }

    /** Embassy D1: in 1,000 rounds in which others run, who waits is not polled. */
    @Test
    void whoWaitsIsNotPolledAndTheDumpSaysWhatFor() {
        try (Executor executor = Executor.builder().clock(new VirtualClock()).build()) {
            List<Script> blocked = new ArrayList<>();
            waits().forEach((reason, wait) -> {
                for (int i = 0; i < 2 && !reason.startsWith("Barrier") || i < 1; i++) {
                    Script script = new Script(reason).await(() -> wait.get(), nothing -> {});
                    blocked.add(script);
                    executor.spawner().spawn(script.claim());
                }
            });
            Script busy = new Script("busy");
            for (int i = 0; i < 1_000; i++) {
                busy.await(Futures::yieldNow, nothing -> {});
            }
            executor.spawner().spawn(busy.claim());
            executor.runUntilStalled();
            assertEquals(1_001, busy.polls());
            for (Script script : blocked) {
                assertEquals(1, script.polls(), script.toString());
            }
            String dump = executor.dump().toString();
            for (String reason : waits().keySet()) {
                assertTrue(dump.contains(reason), reason + " in " + dump);
            }
        }
    }

    @Test
    void anotherExecutorIsRefused() {
        Map<String, Runnable> uses = new TreeMap<>();
        Semaphore semaphore = Semaphore.local(1);
        uses.put("Semaphore", semaphore::available);
        RwLock<String> lock = RwLock.local("x");
        uses.put("RwLock", () -> lock.read().poll(Context.cancelled()));
        Barrier barrier = Barrier.local(1);
        uses.put("Barrier", () -> barrier.arrive().poll(Context.cancelled()));
        OnceLock<String> cell = OnceLock.local();
        uses.put("OnceLock", cell::tryGet);
        LazyLock<String> lazy = LazyLock.local(() -> "x");
        uses.put("LazyLock", () -> lazy.get().poll(Context.cancelled()));
        CancellationToken token = CancellationToken.local();
        uses.put("CancellationToken", token::isCancelled);
        uses.forEach((type, use) -> {
            try (Executor mine = executor();
                    Executor other = executor()) {
                run(mine, use);
                run(other, use);
            }
            events.expect(
                    "done",
                    "threw IllegalStateException: this " + type + " was made by " + type
                            + ".local and belongs to one executor, but was used from another executor; make it with "
                            + type
                            + ".of, which is safe between threads");
        });
    }

    private Executor executor() {
        return Executor.builder()
                .clock(new VirtualClock())
                .uncaught((task, thrown) -> events.say("threw " + Events.text(thrown)))
                .build();
    }

    private void run(Executor executor, Runnable use) {
        executor.spawner()
                .spawn(new Script("user")
                        .await(Futures::yieldNow, nothing -> {
                            use.run();
                            events.say("done");
                        })
                        .claim());
        executor.runUntilStalled();
    }
}
