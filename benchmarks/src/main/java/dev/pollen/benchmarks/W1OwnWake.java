// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.floor.FloorSelfWoken;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitSelfWoken;
import dev.pollen.executor.Executor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W1 with a future written by hand that calls its waker, which any thread may call, on the executor's own thread. */
public class W1OwnWake extends Workload {
    /** How many tasks take turns. */
    @Param({"1", "10"})
    public int tasks;

    private final Executor executor = new Executor();
    private final LimitExecutor limit = new LimitExecutor();
    private final FloorPool<FloorSelfWoken> pool = new FloorPool<>("self-woken", 10, FloorSelfWoken::new);
    private final FloorExecutor floor = new FloorExecutor(pool);
    private FloorSelfWoken.Woken[] woken;
    private SelfWoken[] futures;
    private LimitSelfWoken[] wakes;

    /** Made by JMH. */
    public W1OwnWake() {}

    /** Makes the futures, and the tasks of the limit. */
    @Setup
    public void tasks() {
        woken = new FloorSelfWoken.Woken[tasks];
        futures = new SelfWoken[tasks];
        wakes = new LimitSelfWoken[tasks];
        for (int i = 0; i < tasks; i++) {
            woken[i] = new FloorSelfWoken.Woken();
            futures[i] = new SelfWoken();
            wakes[i] = new LimitSelfWoken(OPERATIONS / tasks);
        }
    }

    /** Woven tasks that await the futures. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        executor.run(spawner -> {
            for (SelfWoken future : futures) {
                spawner.spawn(Waits.selfWoken(future, OPERATIONS / tasks));
            }
        });
    }

    /** State machines written by hand that keep the contract. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void floor() {
        for (int i = 0; i < tasks; i++) {
            floor.spawn(pool.claim().set(woken[i], OPERATIONS / tasks));
        }
        floor.run();
    }

    /** State machines that wake themselves, each time with a look at who wakes. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void limit() {
        for (LimitSelfWoken task : wakes) {
            limit.spawn(task);
        }
        limit.run();
    }
}
