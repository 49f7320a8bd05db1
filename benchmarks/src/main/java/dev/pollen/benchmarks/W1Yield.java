// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.floor.FloorYields;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitYields;
import dev.pollen.executor.Executor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W1: a task suspends, is queued, and is polled again; one operation is one yield of one of N tasks. */
public class W1Yield extends Workload {
    /** How many tasks take turns. */
    @Param({"1", "10", "1000"})
    public int tasks;

    private final Executor executor = new Executor();
    private final LimitExecutor limit = new LimitExecutor();
    private final FloorPool<?>[] pools = FloorYields.pools(250);
    private final FloorExecutor floor = new FloorExecutor(pools);
    private LimitYields[] yields;

    /** Made by JMH. */
    public W1Yield() {}

    /** Makes the tasks of the limit; Pollen's are in their pools. */
    @Setup
    public void tasks() {
        yields = new LimitYields[tasks];
        for (int i = 0; i < tasks; i++) {
            yields[i] = LimitYields.of(i);
            yields[i].set(OPERATIONS / tasks);
        }
    }

    /** Woven tasks. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        executor.run(spawner -> {
            for (int i = 0; i < tasks; i++) {
                spawner.spawn(Yields.of(i, OPERATIONS / tasks));
            }
        });
    }

    /** State machines written by hand that keep the contract. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void floor() {
        for (int i = 0; i < tasks; i++) {
            floor.spawn(FloorYields.claim(pools, i, OPERATIONS / tasks));
        }
        floor.run();
    }

    /** State machines written by hand. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void limit() {
        for (LimitYields task : yields) {
            limit.spawn(task);
        }
        limit.run();
    }
}
