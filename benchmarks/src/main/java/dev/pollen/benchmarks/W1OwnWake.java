// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitYields;
import dev.pollen.executor.Executor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W1 with a future written by hand that calls its waker, which any thread may call, on the executor's own thread. */
public class W1OwnWake extends Workload {
    private final Executor executor = new Executor();
    private final LimitExecutor limit = new LimitExecutor();
    private final LimitYields yields = LimitYields.of(0);
    private final SelfWoken future = new SelfWoken();

    /** Made by JMH. */
    public W1OwnWake() {
        yields.set(OPERATIONS);
    }

    /** A woven task that awaits the future. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        executor.run(spawner -> spawner.spawn(Waits.selfWoken(future, OPERATIONS)));
    }

    /** A state machine that wakes itself. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void limit() {
        limit.spawn(yields);
        limit.run();
    }
}
