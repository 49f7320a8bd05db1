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

/** W3: a task sends to another through a channel; one operation is one message. */
public class W3Channel extends Workload {
    /** Whether Pollen's channels belong to one executor or are safe between threads. */
    @Param({"local", "of"})
    public String form;

    /** How many messages a channel holds. */
    @Param({"1", "4", "64"})
    public int capacity;

    private final Executor executor = new Executor();
    private final LimitExecutor limit = new LimitExecutor();
    private final FloorPool<FloorMessages> floorTasks = new FloorPool<>("messages", 2, FloorMessages::new);
    private final FloorExecutor floor = new FloorExecutor(floorTasks);
    private FloorChannel floorFirst;
    private Channel<String> first;
    private LimitMessages one;
    private LimitMessages other;

    /** Made by JMH. */
    public W3Channel() {}

    /** Makes channels, and the tasks of the limit; Pollen's are in their pools. */
    @Setup
    public void channels() {
        first = form.equals("of") ? Channel.of(capacity) : Channel.local(capacity);
        floorFirst = new FloorChannel("first", capacity);
        LimitChannel limitFirst = new LimitChannel(capacity);
        one = LimitMessages.producer(limitFirst);
        other = LimitMessages.consumer(limitFirst);
        one.set(OPERATIONS);
        other.set(OPERATIONS);
    }

    /** Woven tasks. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void pollen() {
        executor.run(spawner -> {
            spawner.spawn(Messages.producer(first, OPERATIONS));
            spawner.spawn(Messages.consumer(first, OPERATIONS));
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
        FloorMessages producer = floorTasks.claim().set(FloorMessages.Kind.PRODUCER, floorFirst, null, OPERATIONS);
        FloorMessages consumer = floorTasks.claim().set(FloorMessages.Kind.CONSUMER, floorFirst, null, OPERATIONS);
        floor.spawn(producer);
        floor.spawn(consumer);
        floor.run();
        return consumer.received();
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
        limit.spawn(other);
        limit.run();
        return other.received();
    }
}
