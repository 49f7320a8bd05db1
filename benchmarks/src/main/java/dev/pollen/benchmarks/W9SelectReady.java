// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import dev.pollen.benchmarks.floor.FloorChannel;
import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorMessages;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.limit.LimitChannel;
import dev.pollen.benchmarks.limit.LimitExecutor;
import dev.pollen.benchmarks.limit.LimitMessages;
import dev.pollen.executor.Executor;
import dev.pollen.sync.Channel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W9a: a task selects from two channels, one of which has a message; one operation is one message. */
public class W9SelectReady extends Workload {
    /** Whether Pollen's channels belong to one executor or are safe between threads. */
    @Param({"local", "of"})
    public String form;

    private final Executor executor = new Executor();
    private final LimitExecutor limit = new LimitExecutor();
    private final FloorPool<FloorMessages> floorTasks = new FloorPool<>("messages", 2, FloorMessages::new);
    private final FloorExecutor floor = new FloorExecutor(floorTasks);
    private FloorChannel floorFirst;
    private FloorChannel floorSecond;
    private Channel<String> first;
    private Channel<String> second;
    private LimitMessages one;

    /** Made by JMH. */
    public W9SelectReady() {}

    /** Makes channels, and the tasks of the limit; Pollen's are in their pools. */
    @Setup
    public void channels() {
        first = form.equals("of") ? Channel.of(1) : Channel.local(1);
        second = form.equals("of") ? Channel.of(1) : Channel.local(1);
        floorFirst = new FloorChannel("first", 1);
        floorSecond = new FloorChannel("second", 1);
        LimitChannel limitFirst = new LimitChannel(1);
        LimitChannel limitSecond = new LimitChannel(1);
        one = LimitMessages.selectingOwn(limitFirst, limitSecond);
        one.set(OPERATIONS);
    }

    /** Woven tasks. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        executor.run(spawner -> {
            spawner.spawn(Messages.selectingOwn(first, second, OPERATIONS));
        });
    }

    /**
     * Tasks written by hand that keep the contract; of channels that belong to one executor.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int floor() {
        FloorMessages selecting =
                floorTasks.claim().set(FloorMessages.Kind.SELECTING_OWN, floorFirst, floorSecond, OPERATIONS);
        floor.spawn(selecting);
        floor.run();
        return selecting.received();
    }

    /**
     * Tasks written by hand.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int limit() {
        limit.spawn(one);
        limit.run();
        return one.received();
    }
}
