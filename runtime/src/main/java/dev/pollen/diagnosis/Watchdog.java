// SPDX-License-Identifier: Apache-2.0
package dev.pollen.diagnosis;

import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskRecord;
import dev.pollen.time.Clock;
import dev.pollen.time.Ticks;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at an executor from another thread and reports the task that does not give the thread back: in a loop without an
 * await, or in a call that blocks. The report names the task, how long it has been polled, and the line where it is now.
 *
 * <p>It costs the executor nothing. Each such poll is reported once; how long it is held is known as exactly as the dog
 * looks often. An exception of the consumer leaves from {@link #look}, and ends a thread of the dog's own.
 *
 * <p><b>Threading.</b> The dog looks on one thread at a time, and may be closed from any.
 *
 * <p><b>Allocation.</b> A report allocates, on the looking thread; a look that finds nothing does not.
 */
public final class Watchdog implements AutoCloseable {
    private static final int FRAMES = 12;

    /** 292 years: what nanoseconds can say. */
    private static final long LONGEST_MILLIS = Ticks.FOREVER / 1_000_000;

    private final Executor executor;
    private final long limitNanos;
    private final Clock clock;
    private final Consumer<String> report;
    private volatile @Nullable Thread looking;

    /** The poll that the last look has found; on the looking thread. */
    private long poll = -1;

    private @Nullable TaskRecord task;
    private long since;
    private boolean reported;

    /**
     * A watchdog that looks when it is told to.
     *
     * @param executor whom it watches
     * @param limitNanos how long a poll may take, in nanoseconds of the clock, 1 or more
     * @param clock measures that
     * @param report is told, on the looking thread
     * @throws IllegalArgumentException if the limit is 0 or negative
     */
    public Watchdog(Executor executor, long limitNanos, Clock clock, Consumer<String> report) {
        if (limitNanos <= 0) {
            throw new IllegalArgumentException(
                    "a watchdog's limit is how long a poll may take, so it is above 0; it was " + limitNanos + " ns");
        }
        this.executor = executor;
        this.limitNanos = limitNanos;
        this.clock = clock;
        this.report = report;
    }

    /**
     * A watchdog with a thread of its own, which looks four times within the limit and does not keep the program alive.
     *
     * @param executor whom it watches
     * @param limitMillis how long a poll may take, in milliseconds of real time, 1 or more
     * @param report is told, on that thread
     * @return the watchdog, to be closed
     * @throws IllegalArgumentException if the limit is 0 or negative
     */
    public static Watchdog start(Executor executor, long limitMillis, Consumer<String> report) {
        long limit = Ticks.ofMillis(Math.max(0, Math.min(limitMillis, LONGEST_MILLIS)));
        Watchdog dog = new Watchdog(executor, limit, Clock.monotonic(), report);
        Thread thread = new Thread(
                () -> {
                    while (dog.looking == Thread.currentThread()) {
                        dog.look();
                        LockSupport.parkNanos(Math.max(limit / 4, 1));
                    }
                },
                "watchdog of " + executor);
        dog.looking = thread;
        thread.setDaemon(true);
        thread.start();
        return dog;
    }

    /** Looks once; on one thread at a time. */
    public void look() {
        TaskRecord running = executor.running();
        long polls = executor.polls();
        if (running == null || running != task || polls != poll) {
            task = running;
            poll = polls;
            since = clock.now();
            reported = false;
            return;
        }
        long held = clock.now() - since;
        if (held >= limitNanos && !reported) {
            reported = true;
            report.accept(text(running, held));
        }
    }

    private String text(TaskRecord running, long held) {
        StringBuilder text = new StringBuilder(
                "task " + running.name() + " has held executor " + executor + " for " + held / 1_000_000 + " ms");
        Thread thread = executor.thread();
        StackTraceElement[] trace = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        StackTraceElement at = firstOutsideOfTheJdk(trace);
        if (at != null) {
            text.append(" and is at ").append(place(at));
        }
        text.append(": await something in long loops, or yieldNow(), and move calls that block to another thread\n");
        for (int i = 0; i < trace.length && i < FRAMES; i++) {
            text.append("    at ").append(place(trace[i])).append('\n');
        }
        return text.toString();
    }

    /** Without the class loader, which the trace of another thread names: {@code app//demo.Main.run(Main.java:7)}. */
    private static StackTraceElement place(StackTraceElement frame) {
        return new StackTraceElement(
                frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    private static @Nullable StackTraceElement firstOutsideOfTheJdk(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            String type = frame.getClassName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
                return frame;
            }
        }
        return null;
    }

    /** Ends the thread, if there is one; a report that is being written may still come. */
    @Override
    public void close() {
        Thread thread = looking;
        looking = null;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
