// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitYields;
import dev.pollen.executor.Executor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W1 with {@code timing(true)}: each poll is measured, which costs one reading of the clock; the limit reads it as often. */
public class W1Timing extends Workload {
    private static final int TASKS = 10;

    private final Executor executor = Executor.builder().timing(true).build();
    private final LimitExecutor limit = new LimitExecutor();
    private final LimitYields[] yields = new LimitYields[TASKS];

    /** Made by JMH. */
    public W1Timing() {
        for (int i = 0; i < TASKS; i++) {
            yields[i] = LimitYields.of(i);
            yields[i].set(OPERATIONS / TASKS);
            yields[i].measure();
        }
    }

    /** Woven tasks on an executor that measures them. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        executor.run(spawner -> {
            for (int i = 0; i < TASKS; i++) {
                spawner.spawn(Yields.of(i, OPERATIONS / TASKS));
            }
        });
    }

    /** State machines written by hand, measured by hand. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void limit() {
        for (LimitYields task : yields) {
            limit.spawn(task);
        }
        limit.runTimed();
    }
}
