// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.pending;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * W8: how much of the heap a task takes that waits, with four longs that are needed later. Each kind in a JVM of its own: what
 * the heap grows by until 100,000 wait, with all that keeps them.
 */
final class WaitingTasks {
    private static final int TASKS = 100_000;

    private WaitingTasks() {}

    /** Bytes of a task, for all who have any on the heap. */
    static Map<Column, Double> measure() throws IOException, InterruptedException {
        Map<Column, Double> bytes = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            if (column != Column.KOTLIN_EXECUTOR
                    && column != Column.THREADS
                    && (column != Column.VIRTUAL_THREADS || Threads.haveVirtual())) {
                bytes.put(column, measure(column));
            }
        }
        return bytes;
    }

    private static double measure(Column column) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(Peers.machine());
        command.removeIf(option -> option.startsWith("-XX:+Use"));
        command.add("-XX:+UseSerialGC"); // whose heap has no regions that are half full
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), WaitingTasks.class.getName(), column.name()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream output = process.getInputStream()) {
            String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the JVM that measures " + column + " has failed: " + printed);
            }
            return Double.parseDouble(printed.trim());
        }
    }

    /**
     * Prints how many bytes a task has.
     *
     * @param args whose
     * @throws InterruptedException never
     */
    public static void main(String[] args) throws InterruptedException {
        Column column = Column.valueOf(args[0]);
        waiting(column, 1); // loads classes that are no part of a task, as the next line does
        used();
        long before = used();
        Object kept = waiting(column, TASKS);
        long after = used();
        Reference.reachabilityFence(kept);
        System.out.println((double) (after - before) / TASKS);
        System.exit(0);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Lets some tasks wait; what keeps them. */
    static Object waiting(Column column, int count) throws InterruptedException {
        switch (column) {
            case POLLEN:
                return count == 1 ? "its pool is part of the tasks" : pollen(count);
            case KOTLIN_LOOP:
                return CoroutineWaits.launched(count);
            case KOTLIN_BARE:
                return CoroutineWaits.bare(count);
            case VIRTUAL_THREADS:
                return threads(Threads.ofVirtual(), count);
            case CALLBACKS:
                return callbacks(count);
            default:
                throw new IllegalArgumentException(column + " has no tasks on the heap");
        }
    }

    private static Object pollen(int count) {
        Executor executor = new Executor();
        for (int i = 0; i < count; i++) {
            executor.spawner().spawn(task(i, i + 1, i + 2, i + 3));
        }
        executor.runUntilStalled();
        return executor;
    }

    @AsyncTask(poolSize = TASKS)
    private static Task.OfLong task(long a, long b, long c, long d) {
        await(pending());
        return Task.ready(a + b + c + d);
    }

    private static Object threads(ThreadFactory factory, int count) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(count);
        long[] sum = new long[1];
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            long a = i;
            threads[i] = factory.newThread(() -> wait(started, sum, a, a + 1, a + 2, a + 3));
            threads[i].start();
        }
        started.await();
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        return threads;
    }

    private static void wait(CountDownLatch started, long[] sum, long a, long b, long c, long d) {
        started.countDown();
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
        sum[0] += a + b + c + d;
    }

    private static Object callbacks(int count) {
        List<CompletableFuture<Void>> sources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            CompletableFuture<Void> source = new CompletableFuture<>();
            source.thenApply(sum(i, i + 1, i + 2, i + 3));
            sources.add(source);
        }
        return sources;
    }

    private static Function<Void, Long> sum(long a, long b, long c, long d) {
        return nothing -> a + b + c + d;
    }
}
