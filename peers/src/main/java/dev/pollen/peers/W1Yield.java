// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/** W1: a task gives way and runs again; one operation is one yield of one of N tasks. */
public class W1Yield extends Peer {
    /** How many tasks take turns. */
    @Param({"1", "10", "1000"})
    public int tasks;

    /** Made by JMH. */
    public W1Yield() {}

    /**
     * {@code yield()} in the loop of {@code runBlocking}.
     *
     * @return how often
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinLoop() {
        return CoroutineYields.run(loop, tasks, OPERATIONS / tasks);
    }

    /**
     * {@code yield()} on an executor of one thread.
     *
     * @return how often
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinExecutor() {
        return CoroutineYields.run(executor, tasks, OPERATIONS / tasks);
    }

    /**
     * Suspend functions on a queue of continuations.
     *
     * @return how often
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinBare() {
        return bare.yields(tasks, OPERATIONS / tasks);
    }

    /**
     * {@code Thread.yield()}.
     *
     * @return how often
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int virtualThreads() {
        return new Blocking(Threads.ofVirtual()).yields(tasks, OPERATIONS / tasks);
    }

    /**
     * Runnables that post themselves again.
     *
     * @return how often
     * @throws InterruptedException never
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int callbacks() throws InterruptedException {
        return callbacks.yields(tasks, OPERATIONS / tasks);
    }
}
