// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorHeap;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.floor.FloorSleep;
import dev.pollen.benchmarks.floor.FloorTimers;
import dev.pollen.benchmarks.floor.FloorWheel;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitHeap;
import dev.pollen.benchmarks.limit.LimitSleeps;
import dev.pollen.benchmarks.limit.LimitTimers;
import dev.pollen.benchmarks.limit.LimitWheel;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.time.VirtualClock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W5: tasks sleep, each for another time up to a second; one operation is claim, spawn, insertion, expiry and end of one. Time is
 * virtual: the next deadline is now as soon as there is nothing else to do.
 */
@Measurement(iterations = 10, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public class W5Timers extends Workload {
    private static final long LONGEST = 1_000_000_000L;

    /** How many tasks sleep at a time. */
    @Param({"10", "1000", "10000", "100000"})
    public int tasks;

    private final Executor executor = Executor.on(new VirtualClock());
    private final Executor.Init start = this::spawnAll;
    private final LimitExecutor limit = new LimitExecutor();
    private final LimitWheel wheel = new LimitWheel();
    private FloorPool<FloorSleep> onFloorHeap;
    private FloorExecutor floorWithHeap;
    private FloorPool<FloorSleep> onFloorWheel;
    private FloorExecutor floorWithWheel;
    private long[] sleeps;
    private LimitHeap heap;
    private LimitSleeps onHeap;
    private LimitSleeps onWheel;

    /** Made by JMH. */
    public W5Timers() {}

    /** Makes the tasks of the limit, and the times. */
    @Setup
    public void tasks() {
        Random random = new Random(tasks);
        sleeps = random.longs(tasks, 1, LONGEST).toArray();
        FloorTimers floorHeap = new FloorHeap(tasks);
        onFloorHeap = sleeps(floorHeap);
        floorWithHeap = new FloorExecutor(onFloorHeap).with(floorHeap);
        FloorTimers floorWheel = new FloorWheel();
        onFloorWheel = sleeps(floorWheel);
        floorWithWheel = new FloorExecutor(onFloorWheel).with(floorWheel);
        heap = new LimitHeap(tasks);
        onHeap = new LimitSleeps(tasks, heap);
        onWheel = new LimitSleeps(tasks, wheel);
    }

    /** Woven tasks. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        for (int done = 0; done < OPERATIONS; done += tasks) {
            executor.run(start);
        }
    }

    private void spawnAll(Spawner spawner) {
        for (long sleep : sleeps) {
            spawner.spawn(Sleeps.sleep(sleep));
        }
    }

    private FloorPool<FloorSleep> sleeps(FloorTimers timers) {
        return new FloorPool<>("sleep", tasks, (own, index) -> new FloorSleep(own, index, timers));
    }

    /** Tasks written by hand that keep the contract, on a heap. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void floorHeap() {
        runFloor(floorWithHeap, onFloorHeap);
    }

    /** Tasks written by hand that keep the contract, on a timing wheel. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void floorWheel() {
        runFloor(floorWithWheel, onFloorWheel);
    }

    private void runFloor(FloorExecutor floor, FloorPool<FloorSleep> pool) {
        for (int done = 0; done < OPERATIONS; done += tasks) {
            for (long sleep : sleeps) {
                floor.spawn(pool.claim().set(sleep));
            }
            floor.runTimers();
        }
    }

    /** Tasks written by hand on a binary heap. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void limitHeap() {
        for (int done = 0; done < OPERATIONS; done += tasks) {
            for (long sleep : sleeps) {
                limit.spawn(onHeap.claim(sleep));
            }
            runLimit(heap);
        }
    }

    /** Tasks written by hand on a timing wheel. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void limitWheel() {
        for (int done = 0; done < OPERATIONS; done += tasks) {
            long now = wheel.now();
            for (long sleep : sleeps) {
                limit.spawn(onWheel.claim(now + sleep));
            }
            runLimit(wheel);
        }
    }

    private void runLimit(LimitTimers timers) {
        do {
            limit.run();
        } while (timers.advance());
    }
}
