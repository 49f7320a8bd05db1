// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitNested;
import dev.pollen.benchmarks.limit.LimitSpawns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.ExecutorsKt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All peers of a workload do what Pollen's benchmark of it does: as many operations, with the same result. */
class PeersTest {
    private static final int COUNT = 1000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final BareCoroutines bare = new BareCoroutines();
    private final Callbacks callbacks = new Callbacks(thread);

    @AfterEach
    void endThread() {
        thread.shutdown();
    }

    private List<CoroutineContext> contexts() {
        return List.of(EmptyCoroutineContext.INSTANCE, ExecutorsKt.from(thread));
    }

    private static List<Blocking> blocking() {
        List<Blocking> kinds = new ArrayList<>(List.of(new Blocking(Threads.ofPlatform())));
        if (Threads.haveVirtual()) {
            kinds.add(new Blocking(Threads.ofVirtual()));
        }
        return kinds;
    }

    @Test
    void eachTaskYieldsAsOftenAsAsked() throws InterruptedException {
        for (int tasks : new int[] {1, 2, 3, 10}) {
            for (CoroutineContext context : contexts()) {
                assertEquals(tasks * COUNT, CoroutineYields.run(context, tasks, COUNT));
            }
            assertEquals(tasks * COUNT, bare.yields(tasks, COUNT));
            assertEquals(tasks * COUNT, callbacks.yields(tasks, COUNT));
            for (Blocking threads : blocking()) {
                assertEquals(tasks * COUNT, threads.yields(tasks, COUNT));
            }
        }
    }

    /** A coroutine is dispatched once for its start and once for each yield, so none of them goes on without giving way. */
    @Test
    void eachYieldOfACoroutineIsADispatch() throws InterruptedException {
        assertEquals(
                1 + 4 + 4 * COUNT,
                dispatches(context -> assertEquals(4 * COUNT, CoroutineYields.run(context, 4, COUNT))));
    }

    /** So it is of nested calls, where the innermost yields. */
    @Test
    void eachNestedCallIsADispatch() throws InterruptedException {
        assertEquals(1 + COUNT, dispatches(context -> CoroutineCalls.nested(context, COUNT)));
    }

    /** What an executor of one thread is given to run. */
    private static long dispatches(Consumer<CoroutineContext> workload) throws InterruptedException {
        ThreadPoolExecutor own = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        workload.accept(ExecutorsKt.from((ExecutorService) own));
        own.shutdown();
        assertTrue(own.awaitTermination(1, TimeUnit.MINUTES));
        return own.getCompletedTaskCount();
    }

    @Test
    void nestedCallsGiveTheSumOfTheLimit() {
        LimitNested nested = new LimitNested();
        nested.set(COUNT);
        LimitExecutor limit = new LimitExecutor();
        limit.spawn(nested);
        limit.run();
        for (CoroutineContext context : contexts()) {
            assertEquals(nested.sum(), CoroutineCalls.nested(context, COUNT));
        }
        assertEquals(nested.sum(), bare.nested(COUNT));
        assertEquals(nested.sum(), callbacks.nested(COUNT));
        for (Blocking threads : blocking()) {
            assertEquals(nested.sum(), threads.nested(COUNT));
        }
    }

    @Test
    void spawnedChildrenGiveTheSumOfTheLimit() {
        LimitSpawns spawns = new LimitSpawns();
        spawns.set(COUNT);
        LimitExecutor limit = new LimitExecutor();
        limit.spawn(spawns);
        limit.run();
        for (CoroutineContext context : contexts()) {
            assertEquals(spawns.sum(), CoroutineCalls.spawned(context, COUNT));
        }
        assertEquals(spawns.sum(), callbacks.spawned(COUNT));
        for (Blocking threads : blocking()) {
            assertEquals(spawns.sum(), threads.spawned(COUNT));
            assertEquals(spawns.sum(), threads.submitted(thread, COUNT));
        }
    }

    @Test
    void eachMessageComesOnce() {
        for (CoroutineContext context : contexts()) {
            assertEquals(COUNT, CoroutineMessages.pingPong(context, COUNT));
            assertEquals(COUNT, CoroutineMessages.channel(context, 4, COUNT));
            assertEquals(COUNT, CoroutineMessages.selectFed(context, COUNT));
            assertEquals(COUNT, CoroutineMessages.selectReady(context, COUNT));
        }
        for (Blocking threads : blocking()) {
            assertEquals(COUNT, threads.pingPong(COUNT));
            assertEquals(COUNT, threads.pingPongSynchronous(COUNT));
            assertEquals(COUNT, threads.pingPongParked(COUNT));
            assertEquals(COUNT, threads.channel(4, COUNT));
        }
    }

    @Test
    void allSleepsEnd() {
        long[] nanos = new Random(1).longs(COUNT, 1, 1_000_000_000L).toArray();
        assertEquals(COUNT, CoroutineSleeps.run(nanos));
        assertEquals(COUNT, Callbacks.sleeps(nanos));
    }

    /** A task that did not keep its four longs would be smaller than they are. */
    @Test
    void aWaitingTaskIsLargerThanItsLongs() throws Exception {
        WaitingTasks.measure().forEach((column, bytes) -> assertTrue(bytes > 4 * Long.BYTES, column + ": " + bytes));
    }

    @Test
    void aBenchmarkStandsInTheColumnThatItsNameBeginsWith() {
        assertEquals(Optional.of(Column.POLLEN), Column.of("pollen"));
        assertEquals(Optional.of(Column.THREADS), Column.of("threadsSynchronousQueue"));
        assertEquals("SynchronousQueue", Column.THREADS.special("threadsSynchronousQueue"));
        assertEquals(Optional.of(Column.VIRTUAL_THREADS), Column.of("virtualThreads"));
        assertEquals(Optional.empty(), Column.of("limitHeap"));
    }

    @Test
    void theTableHasALineForEachVariantAndAColumnForEachPeer() {
        assertEquals("""
                | title | Pollen | Kotlin loop | Kotlin executor | Kotlin bare | virtual threads | JDK callbacks | JDK threads |
                |---|---|---|---|---|---|---|---|
                | W2 PingPong | 20.0, 0 B | 240, 21 B |  |  |  |  |  |
                | W8 WaitingTask | 64 B |  |  |  | 930 B |  |  |""", table().text("title"));
    }

    @Test
    void cellsAreJson() {
        assertEquals(
                "{\"workload\": \"W2\", \"variant\": \"PingPong, Kotlin loop\", \"nsPerOp\": 240.000, \"pollenNsPerOp\": 20.000,"
                        + " \"ratio\": 12.000, \"bytesPerOp\": 21.000}",
                table().json().lines().skip(2).findFirst().orElseThrow().trim().replaceAll(",$", ""));
    }

    @Test
    void aGoalHoldsOrIsMissed() {
        Table table = table();
        assertEquals(
                Optional.of("| W2 PingPong | Kotlin loop | 12.00 | 8.00 | holds |"),
                new Goal("W2 PingPong", "W2 PingPong", Column.KOTLIN_LOOP, 8).result(table));
        assertEquals(
                Optional.of("| W8 WaitingTask | virtual threads | 14.53 | 15.00 | missed |"),
                new Goal("W8 WaitingTask", "W8 WaitingTask", Column.VIRTUAL_THREADS, 15).result(table));
        assertEquals(Optional.empty(), new Goal("W1", "W1", Column.KOTLIN_LOOP, 1).result(table));
    }

    private static Table table() {
        Table table = new Table();
        table.add(new Cell("W2", "PingPong", Column.POLLEN, 20, 0));
        table.add(new Cell("W2", "PingPong", Column.KOTLIN_LOOP, 240, 21));
        table.add(new Cell("W8", "WaitingTask", Column.POLLEN, 0, 64));
        table.add(new Cell("W8", "WaitingTask", Column.VIRTUAL_THREADS, 0, 930));
        return table;
    }

    @Test
    void unknownWorkloadsAreRefused() {
        assertNull(Peers.refusal(List.of("W1", "W8")));
        assertEquals("no peer runs W7; there are W1, W2, W3, W4, W5, W6, W8, W9", Peers.refusal(List.of("W1", "W7")));
        assertEquals("--json needs a file: peers/run --json FILE [WORKLOAD..]", Peers.refusal(List.of("W1", "--json")));
    }
}
