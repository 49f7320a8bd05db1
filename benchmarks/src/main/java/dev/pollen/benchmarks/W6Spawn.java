// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.floor.FloorSpawns;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitSpawns;
import dev.pollen.executor.Executor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W6: a task spawns a child and waits for its result; one operation is one child. */
public class W6Spawn extends Workload {
    private final Executor executor = new Executor();
    private final LimitExecutor limit = new LimitExecutor();
    private final LimitSpawns spawns = new LimitSpawns();
    private final FloorPool<FloorSpawns.Child> children = new FloorPool<>("child", 1, FloorSpawns.Child::new);
    private final FloorPool<FloorSpawns> parents =
            new FloorPool<>("parent", 1, (pool, index) -> new FloorSpawns(pool, index, children));
    private final FloorExecutor floor = new FloorExecutor(parents, children);

    /** Made by JMH. */
    public W6Spawn() {
        spawns.set(OPERATIONS);
    }

    /** Woven tasks. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        executor.run(spawner -> spawner.spawn(Spawns.parent(spawner, OPERATIONS)));
    }

    /** Tasks written by hand that keep the contract. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void floor() {
        floor.spawn(parents.claim().set(OPERATIONS));
        floor.run();
    }

    /**
     * Tasks written by hand.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int limit() {
        limit.spawn(spawns);
        limit.run();
        return spawns.sum();
    }
}
