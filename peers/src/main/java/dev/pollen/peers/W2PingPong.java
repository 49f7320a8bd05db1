// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W2: a task sends a message and waits for the answer of another; one operation is one round trip. */
public class W2PingPong extends Peer {
    /** Made by JMH. */
    public W2PingPong() {}

    /**
     * Two {@code Channel}s that hold one, in the loop of {@code runBlocking}.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinLoop() {
        return CoroutineMessages.pingPong(loop, OPERATIONS);
    }

    /**
     * The same on an executor of one thread.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinExecutor() {
        return CoroutineMessages.pingPong(executor, OPERATIONS);
    }

    /**
     * Two {@code ArrayBlockingQueue}s that hold one.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int virtualThreads() {
        return new Blocking(Threads.ofVirtual()).pingPong(OPERATIONS);
    }

    /**
     * Two {@code SynchronousQueue}s.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int virtualThreadsSynchronousQueue() {
        return new Blocking(Threads.ofVirtual()).pingPongSynchronous(OPERATIONS);
    }

    /**
     * No queue: {@code park} and {@code unpark}.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int virtualThreadsParked() {
        return new Blocking(Threads.ofVirtual()).pingPongParked(OPERATIONS);
    }

    /**
     * Two {@code ArrayBlockingQueue}s that hold one.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(SLOW_OPERATIONS)
    public int threads() {
        return new Blocking(Threads.ofPlatform()).pingPong(SLOW_OPERATIONS);
    }

    /**
     * Two {@code SynchronousQueue}s.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(SLOW_OPERATIONS)
    public int threadsSynchronousQueue() {
        return new Blocking(Threads.ofPlatform()).pingPongSynchronous(SLOW_OPERATIONS);
    }

    /**
     * No queue: {@code park} and {@code unpark}.
     *
     * @return how many messages came
     */
    @Benchmark
    @OperationsPerInvocation(SLOW_OPERATIONS)
    public int threadsParked() {
        return new Blocking(Threads.ofPlatform()).pingPongParked(SLOW_OPERATIONS);
    }
}
