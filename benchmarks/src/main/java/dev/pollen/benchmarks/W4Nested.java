// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorNested;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitNested;
import dev.pollen.executor.Executor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W4: a call through ten async functions, the innermost of which yields once; one operation is one such call. */
public class W4Nested extends Workload {
    private final Executor executor = new Executor();
    private final FloorPool<FloorNested> pool = new FloorPool<>("nested", 1, FloorNested::new);
    private final FloorExecutor floor = new FloorExecutor(pool);
    private final LimitExecutor limit = new LimitExecutor();
    private final LimitNested nested = new LimitNested();

    /** Made by JMH. */
    public W4Nested() {
        nested.set(OPERATIONS);
    }

    /** Woven functions. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        executor.run(spawner -> spawner.spawn(Nested.calls(OPERATIONS)));
    }

    /**
     * Frames written by hand that keep the contract.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int floor() {
        FloorNested task = pool.claim().set(OPERATIONS);
        floor.spawn(task);
        floor.run();
        return task.sum();
    }

    /**
     * Frames written by hand.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int limit() {
        limit.spawn(nested);
        limit.run();
        return nested.sum();
    }
}
