// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/** W3: a task sends to another through a channel; one operation is one message. */
public class W3Channel extends Peer {
    /** How many messages a channel holds. */
    @Param({"1", "4", "64"})
    public int capacity;

    /** Made by JMH. */
    public W3Channel() {}

    /**
     * A {@code Channel} in the loop of {@code runBlocking}.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinLoop() {
        return CoroutineMessages.channel(loop, capacity, OPERATIONS);
    }

    /**
     * The same on an executor of one thread.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinExecutor() {
        return CoroutineMessages.channel(executor, capacity, OPERATIONS);
    }

    /**
     * An {@code ArrayBlockingQueue}.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int virtualThreads() {
        return new Blocking(Threads.ofVirtual()).channel(capacity, OPERATIONS);
    }

    /**
     * An {@code ArrayBlockingQueue}.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(SLOW_OPERATIONS)
    public int threads() {
        return new Blocking(Threads.ofPlatform()).channel(capacity, SLOW_OPERATIONS);
    }
}
