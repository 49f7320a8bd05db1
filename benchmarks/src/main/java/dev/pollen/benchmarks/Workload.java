// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.floor.FloorYields;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitYields;
import dev.pollen.executor.Executor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the workloads have in common: how they are measured, and executors that have polled tasks of several classes
 * before, so that their call of {@code poll} is as polymorphic as in a program.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 80, timeUnit = TimeUnit.MILLISECONDS)
public abstract class Workload {
    /** Operations in one invocation, so that starting the executor counts for nothing. */
    public static final int OPERATIONS = 100_000;

    private static final int WARM_UP = 20_000;

    /** For subclasses. */
    protected Workload() {}

    /** Lets the executors meet four classes of tasks. */
    @Setup(Level.Trial)
    public final void meetFourClasses() {
        Executor executor = new Executor();
        LimitExecutor limit = new LimitExecutor();
        FloorPool<?>[] pools = FloorYields.pools(1);
        FloorExecutor floor = new FloorExecutor(pools);
        for (int kind = 0; kind < 4; kind++) {
            int mixed = kind;
            executor.run(spawner -> spawner.spawn(Yields.of(mixed, WARM_UP)));
            LimitYields yields = LimitYields.of(kind);
            yields.set(WARM_UP);
            limit.spawn(yields);
            limit.run();
            floor.spawn(FloorYields.claim(pools, kind, WARM_UP));
            floor.run();
        }
        executor.close();
    }
}
