// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W6: a task spawns a child and waits for its result; one operation is one child. */
public class W6Spawn extends Peer {
    /** Made by JMH. */
    public W6Spawn() {}

    /**
     * {@code async} and {@code await} in the loop of {@code runBlocking}.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinLoop() {
        return CoroutineCalls.spawned(loop, OPERATIONS);
    }

    /**
     * The same on an executor of one thread.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinExecutor() {
        return CoroutineCalls.spawned(executor, OPERATIONS);
    }

    /**
     * A thread for each child, and the {@code get} of its {@code FutureTask}.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int virtualThreads() {
        return new Blocking(Threads.ofVirtual()).spawned(OPERATIONS);
    }

    /**
     * {@code supplyAsync} and {@code thenAccept}.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int callbacks() {
        return callbacks.spawned(OPERATIONS);
    }

    /**
     * {@code submit} to the executor's thread, and {@code get}.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(SLOW_OPERATIONS)
    public int threads() {
        return new Blocking(Threads.ofPlatform()).submitted(thread, SLOW_OPERATIONS);
    }
}
