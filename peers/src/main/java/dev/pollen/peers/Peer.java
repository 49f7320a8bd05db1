// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import dev.pollen.benchmarks.Workload;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.ExecutorsKt;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the peers of all workloads have in common. A workload has the name of Pollen's, and its methods those of the columns of
 * {@link Table}; {@link Peers} says how long they are measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Peer {
    /** Operations in one invocation. */
    static final int OPERATIONS = Workload.OPERATIONS;

    /** The same where each operation makes the machine's scheduler switch threads. */
    static final int SLOW_OPERATIONS = 2_000;

    private static final int WARM_UP = 20_000;

    /** Kotlin's loop on the thread that calls {@code runBlocking}. */
    final CoroutineContext loop = EmptyCoroutineContext.INSTANCE;

    /** A dispatcher on an executor of one thread. */
    final CoroutineContext executor;

    /** The executor of one thread. */
    final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** Kotlin's machines without its library. */
    final BareCoroutines bare = new BareCoroutines();

    /** Tasks that call back. */
    final Callbacks callbacks = new Callbacks(thread);

    /** For subclasses. */
    protected Peer() {
        executor = ExecutorsKt.from(thread);
    }

    /** Lets the loops meet four classes of coroutines, as Pollen's executor does. */
    @Setup(Level.Trial)
    public final void meetFourClasses() {
        CoroutineYields.run(loop, 4, WARM_UP);
        CoroutineYields.run(executor, 4, WARM_UP);
        bare.yields(4, WARM_UP);
    }

    /** Ends the executor's thread. */
    @TearDown(Level.Trial)
    public final void end() {
        thread.shutdown();
    }
}
