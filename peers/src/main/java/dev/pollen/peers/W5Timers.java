// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W5: tasks sleep, each for another time up to a second; one operation is one of them from start to end. Time is virtual, which
 * Kotlin has in its library for tests, and threads have not.
 */
public class W5Timers extends Peer {
    private static final long LONGEST = 1_000_000_000L;

    /** How many tasks sleep at a time. */
    @Param({"10", "1000", "10000", "100000"})
    public int tasks;

    private long[] sleeps;

    /** Made by JMH. */
    public W5Timers() {}

    /** Makes the times, those of Pollen's workload. */
    @Setup
    public void times() {
        sleeps = new Random(tasks).longs(tasks, 1, LONGEST).toArray();
    }

    /**
     * {@code delay} on the scheduler of kotlinx-coroutines-test.
     *
     * @return how many have ended
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int kotlinLoop() {
        int ended = 0;
        while (ended < OPERATIONS) {
            ended += CoroutineSleeps.run(sleeps);
        }
        return ended;
    }

    /**
     * A {@code DelayQueue} of callbacks.
     *
     * @return how many have ended
     */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public int callbacks() {
        int ended = 0;
        while (ended < OPERATIONS) {
            ended += Callbacks.sleeps(sleeps);
        }
        return ended;
    }
}
