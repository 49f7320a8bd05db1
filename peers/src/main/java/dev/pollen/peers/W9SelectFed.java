// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W9b: a task selects from two channels, one of which another task feeds; one operation is one message. */
public class W9SelectFed extends Peer {
    /** Made by JMH. */
    public W9SelectFed() {}

    /**
     * {@code select} with two {@code onReceive}, in the loop of {@code runBlocking}.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinLoop() {
        return CoroutineMessages.selectFed(loop, OPERATIONS);
    }

    /**
     * The same on an executor of one thread.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinExecutor() {
        return CoroutineMessages.selectFed(executor, OPERATIONS);
    }
}
