// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorGates;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitGates;
import dev.pollen.executor.Executor;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * W1 with every wake from outside of the executor, through the list that other threads use. One thread wakes and polls in
 * turn, so that what is measured is the list and not the machine's caches.
 */
public class W1RemoteWake extends Workload {
    private static final int MOST = 1000;

    /** How many tasks are woken before the executor polls. */
    @Param({"10", "1000"})
    public int tasks;

    private final Executor executor = new Executor();
    private final LimitExecutor limit = new LimitExecutor();
    private final FloorPool<FloorGates> pool = new FloorPool<>("gates", MOST, FloorGates::new);
    private final FloorExecutor floor = new FloorExecutor(pool);
    private final FloorGates.Gate[] floorGates = new FloorGates.Gate[MOST];
    private final Gate[] gates = new Gate[MOST];
    private final LimitGates[] waits = new LimitGates[MOST];

    /** Made by JMH. */
    public W1RemoteWake() {}

    /** Starts the tasks, which wait from now on. */
    @Setup
    public void start() {
        for (int i = 0; i < tasks; i++) {
            gates[i] = new Gate();
            executor.spawner().spawn(Waits.at(gates[i]));
            floorGates[i] = new FloorGates.Gate();
            floor.spawn(pool.claim().set(floorGates[i]));
            waits[i] = new LimitGates();
            limit.spawn(waits[i]);
        }
        executor.runUntilStalled();
        limit.run();
        floor.run();
    }

    /** How often Pollen has polled. */
    long pollenPolls() {
        return executor.polls();
    }

    /** How often the limit has. */
    long limitPolls() {
        return Arrays.stream(waits, 0, tasks).mapToLong(LimitGates::passed).sum();
    }

    /** How often the tasks of the floor have gone through their gates. */
    long floorPolls() {
        return Arrays.stream(floorGates, 0, tasks)
                .mapToLong(FloorGates.Gate::passed)
                .sum();
    }

    /** Cancels the tasks. */
    @TearDown
    public void stop() {
        executor.close();
    }

    /** Woven tasks. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        for (int done = 0; done < OPERATIONS; done += tasks) {
            for (int i = 0; i < tasks; i++) {
                gates[i].open();
            }
            executor.poll();
        }
    }

    /** State machines written by hand that keep the contract. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void floor() {
        for (int done = 0; done < OPERATIONS; done += tasks) {
            for (int i = 0; i < tasks; i++) {
                floorGates[i].open();
            }
            floor.run();
        }
    }

    /** State machines written by hand. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void limit() {
        for (int done = 0; done < OPERATIONS; done += tasks) {
            for (int i = 0; i < tasks; i++) {
                waits[i].wakeRemotely();
            }
            limit.run();
        }
    }
}
