// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorNested;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitHeap;
import dev.pollen.benchmarks.limit.LimitNested;
import dev.pollen.benchmarks.limit.LimitSleep;
import dev.pollen.benchmarks.limit.LimitSleeps;
import dev.pollen.benchmarks.limit.LimitSpawns;
import dev.pollen.benchmarks.limit.LimitTimers;
import dev.pollen.benchmarks.limit.LimitWheel;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.sync.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides of a workload do the same: a ratio of different things says nothing. */
class WorkloadsTest {
    private static final int CALLS = 1000;

    private final LimitExecutor limit = new LimitExecutor();

    @Test
    void nestedCallsGiveTheSameSum() {
        LimitNested nested = new LimitNested();
        nested.set(CALLS);
        limit.spawn(nested);
        limit.run();
        FloorPool<FloorNested> pool = new FloorPool<>("nested", 1, FloorNested::new);
        FloorExecutor floor = new FloorExecutor(pool);
        FloorNested task = pool.claim().set(CALLS);
        floor.spawn(task);
        floor.run();
        assertEquals(nested.sum(), task.sum());
        try (Executor executor = new Executor()) {
            assertEquals(nested.sum(), executor.blockOn(executor.spawner().submit(Nested.calls(CALLS))));
        }
    }

    @Test
    void spawnedChildrenGiveTheSameSum() {
        LimitSpawns spawns = new LimitSpawns();
        spawns.set(CALLS);
        limit.spawn(spawns);
        limit.run();
        try (Executor executor = new Executor()) {
            Spawner spawner = executor.spawner();
            assertEquals(spawns.sum(), executor.blockOn(spawner.submit(Spawns.parent(spawner, CALLS))));
        }
    }

    /** Each message comes once, on both sides of each workload. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "of"})
    void messagesComeOnce(String form) {
        W2PingPong pingPong = new W2PingPong();
        pingPong.form = form;
        pingPong.channels();
        assertEquals(2 * Workload.OPERATIONS, pingPong.limit());
        assertEquals(2 * Workload.OPERATIONS, pingPong.floor());
        W3Channel channel = new W3Channel();
        channel.form = form;
        channel.capacity = 4;
        channel.channels();
        assertEquals(Workload.OPERATIONS, channel.limit());
        assertEquals(Workload.OPERATIONS, channel.floor());
        W9SelectFed fed = new W9SelectFed();
        fed.form = form;
        fed.channels();
        assertEquals(Workload.OPERATIONS, fed.limit());
        assertEquals(Workload.OPERATIONS, fed.floor());
        W9SelectReady ready = new W9SelectReady();
        ready.form = form;
        ready.channels();
        assertEquals(Workload.OPERATIONS, ready.limit());
        assertEquals(Workload.OPERATIONS, ready.floor());
        Channel<String> first = form.equals("of") ? Channel.of(1) : Channel.local(1);
        Channel<String> second = form.equals("of") ? Channel.of(1) : Channel.local(1);
        try (Executor executor = new Executor()) {
            Spawner spawner = executor.spawner();
            spawner.spawn(Messages.pong(first, second, CALLS));
            assertEquals(CALLS, executor.blockOn(spawner.submit(Messages.ping(first, second, CALLS))));
            spawner.spawn(Messages.producer(first, CALLS));
            assertEquals(CALLS, executor.blockOn(spawner.submit(Messages.consumer(first, CALLS))));
            spawner.spawn(Messages.producer(first, CALLS));
            assertEquals(CALLS, executor.blockOn(spawner.submit(Messages.selecting(first, second, CALLS))));
            assertEquals(CALLS, executor.blockOn(spawner.submit(Messages.selectingOwn(first, second, CALLS))));
        }
    }

    @Test
    void heapAndWheelWakeInTheOrderOfDeadlines() {
        long[] deadlines = new Random(1).longs(CALLS, 1, 1_000_000_000L).toArray();
        assertEquals(wakes(new LimitHeap(CALLS), deadlines), wakes(new LimitWheel(), deadlines));
    }

    /** How many tasks each advance wakes, leaving out those that only move tasks to a finer level. */
    private List<Long> wakes(LimitTimers timers, long[] deadlines) {
        List<LimitSleep> tasks = new ArrayList<>();
        LimitSleeps pool = new LimitSleeps(deadlines.length, timers);
        for (long deadline : deadlines) {
            LimitSleep task = pool.claim(deadline);
            tasks.add(task);
            limit.spawn(task);
        }
        List<Long> ended = new ArrayList<>();
        do {
            limit.run();
            long now = tasks.stream().filter(LimitSleep::hasEnded).count();
            if (ended.isEmpty() || ended.get(ended.size() - 1) != now) {
                ended.add(now);
            }
        } while (timers.advance());
        assertEquals(deadlines.length, ended.get(ended.size() - 1));
        return ended;
    }

    @Test
    void remoteWakesReachEachTaskOnce() {
        W1RemoteWake workload = new W1RemoteWake();
        workload.tasks = 10;
        workload.start();
        workload.pollen();
        workload.limit();
        workload.floor();
        assertEquals(W1RemoteWake.OPERATIONS, workload.floorPolls());
        workload.stop();
        assertEquals(workload.limitPolls(), workload.pollenPolls());
    }

    @Test
    void framesAreAsSmallAsTheirLimit() {
        FrameSizes.measure().forEach(row -> assertTrue(row.ratio() <= 1, row.text()));
    }

    @Test
    void aTaskOfFourLongsHasSixtyFourBytesWithWhatItAwaits() {
        assertEquals(64, FrameSizes.measure().get(0).bytesPerOp());
    }

    @Test
    void unknownWorkloadsAreRefused() {
        assertNull(Benchmarks.refusal(List.of("W1", "W8")));
        assertEquals(
                "there is no workload W10; there are W1, W2, W3, W4, W5, W6, W7, W8, W9",
                Benchmarks.refusal(List.of("W1", "W10")));
        assertEquals(
                "--json needs a file: benchmarks/run --json FILE [WORKLOAD..]",
                Benchmarks.refusal(List.of("W1", "--json")));
    }

    @Test
    void rowsAreJson() {
        assertEquals(
                "{\"workload\": \"W1\", \"variant\": \"v\", \"nsPerOp\": 2.000, \"limitNsPerOp\": 1.000, \"ratio\": 2.000,"
                        + " \"toFloor\": 1.600, \"bytesPerOp\": 0.000}",
                Row.ofTimes("W1", "v", 2, 1, 0).overFloor(1.25).json());
    }
}
