// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W4: a call through ten functions, the innermost of which yields once; one operation is one such call. */
public class W4Nested extends Peer {
    /** Made by JMH. */
    public W4Nested() {}

    /**
     * Suspend functions in the loop of {@code runBlocking}.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinLoop() {
        return CoroutineCalls.nested(loop, OPERATIONS);
    }

    /**
     * The same on an executor of one thread.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinExecutor() {
        return CoroutineCalls.nested(executor, OPERATIONS);
    }

    /**
     * The same on a queue of continuations.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinBare() {
        return bare.nested(OPERATIONS);
    }

    /**
     * Ordinary calls, and {@code Thread.yield()}.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int virtualThreads() {
        return new Blocking(Threads.ofVirtual()).nested(OPERATIONS);
    }

    /**
     * Nine times {@code thenApply} after {@code supplyAsync}.
     *
     * @return the sum of the results
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int callbacks() {
        return callbacks.nested(OPERATIONS);
    }
}
