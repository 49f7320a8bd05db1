// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import com.sun.management.ThreadMXBean;
import dev.pollen.executor.Executor;
import dev.pollen.samples.models.compiled.SlotSize;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.runtime.Os;
import dev.pollen.samples.models.runtime.SerialQueue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a model costs.
 *
 * @param scenarioLines lines of code of the scenario itself
 * @param driverLines lines of code of what stands between it and the hardware
 * @param instanceBytes what is allocated for one instance, its slot in a pool included, beside what it runs on and could share
 * @param cycleBytes what a cycle allocates, on all threads
 * @param threads how many it starts
 * @param cycleSteps how often something of it runs in a cycle
 * @param stopMicros virtual time from the sleep signal to sleep, at the worst of all moments
 * @param stopSteps how often something of it runs meanwhile, at the worst of all moments
 */
record Measured(
        int scenarioLines,
        int driverLines,
        long instanceBytes,
        long cycleBytes,
        int threads,
        long cycleSteps,
        long stopMicros,
        long stopSteps) {
    private static final int INSTANCES = 20;

    /** After this many instances the classes are loaded, and the task's pool is made. */
    private static final int LOADED = 5;

    private static final int WARM_UP = 3_000;
    private static final int CYCLES = 500;
    private static final int WINDOWS = 6;
    private static final Path SOURCES = Path.of("src/main/java/dev/pollen/samples/models");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Measured of(Models models) {
        return new Measured(
                lines(models, true),
                lines(models, false),
                instanceBytes(models),
                cycleBytes(models),
                threads(models),
                cycleSteps(models),
                Stop.worst(models, Stop::micros),
                Stop.worst(models, Stop::steps));
    }

    /** Lines that are not empty, no comment, and neither package nor import. The class that the suite drives is left out. */
    private static int lines(Models models, boolean scenario) {
        String name = models.make(new Bench(OutputStream.nullOutputStream()))
                .getClass()
                .getName();
        Path directory = SOURCES.resolve(name.replaceAll(".*\\.models\\.(\\w+)\\..*", "$1"));
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().matches(".*(Model|package-info)\\.java"))
                    .filter(file -> file.toString().endsWith("Sampler.java") == scenario)
                    .mapToInt(Measured::codeLines)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int codeLines(Path file) {
        try {
            String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
            return (int) code.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .filter(line -> !line.startsWith("package ") && !line.startsWith("import "))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a thread without thread locals, as a thread that it starts would have copies of those that can be inherited. */
    private static long instanceBytes(Models models) {
        long[] bytes = new long[1];
        Thread measuring = new Thread(null, () -> bytes[0] = instanceBytesHere(models), "measuring", 0, false);
        measuring.start();
        try {
            measuring.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return bytes[0];
    }

    private static long instanceBytesHere(Models models) {
        long whole = Long.MAX_VALUE;
        long ground = Long.MAX_VALUE;
        for (int i = 0; i < INSTANCES; i++) {
            Bench bench = new Bench(OutputStream.nullOutputStream());
            long[] self = {Thread.currentThread().getId()};
            long start = allocated(self);
            runsOn(models, bench);
            long middle = allocated(self);
            Model model = models.make(bench);
            model.start();
            model.runReady();
            long end = allocated(self);
            if (i >= LOADED) {
                // Each by itself: what either allocates now and then would else be taken off the other.
                ground = Math.min(ground, middle - start);
                whole = Math.min(whole, end - middle);
            }
            model.close();
        }
        return whole - ground + (models == Models.ASYNC ? SlotSize.bytes() : 0);
    }

    private static Object runsOn(Models models, Bench bench) {
        return switch (models) {
            case CALLBACKS -> null;
            case WORKQUEUE, EVENTS -> new SerialQueue<>();
            case THREADS -> new Os(bench.simulation().clock());
            case POLL, ASYNC -> Executor.on(bench.simulation().clock());
        };
    }

    private static long cycleBytes(Models models) {
        Bench bench = new Bench(OutputStream.nullOutputStream());
        try (Model model = models.make(bench)) {
            Set<Thread> before = liveThreads();
            model.start();
            long[] ids = LongStream.concat(
                            LongStream.of(Thread.currentThread().getId()),
                            started(before).stream().mapToLong(Thread::getId))
                    .toArray();
            long cycles = WARM_UP;
            bench.simulation().runUntilMillis(model, cycles * Bench.PERIOD_MILLIS);
            long least = Long.MAX_VALUE;
            for (int window = 0; window < WINDOWS; window++) {
                long start = allocated(ids);
                cycles += CYCLES;
                bench.simulation().runUntilMillis(model, cycles * Bench.PERIOD_MILLIS);
                least = Math.min(least, allocated(ids) - start);
            }
            return least / CYCLES;
        }
    }

    private static int threads(Models models) {
        try (ModelRun run = new ModelRun(models)) {
            Set<Thread> before = liveThreads();
            run.start();
            return started(before).size();
        }
    }

    private static long cycleSteps(Models models) {
        try (ModelRun run = new ModelRun(models).start().until(199)) {
            long steps = run.model().steps();
            run.until(10_199);
            return (run.model().steps() - steps) / 100;
        }
    }

    private static long allocated(long[] threads) {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(threads)).sum();
    }

    private static Set<Thread> started(Set<Thread> before) {
        Set<Thread> started = liveThreads();
        started.removeAll(before);
        return started;
    }

    /** Those of this group: not the JVM's own. */
    private static Set<Thread> liveThreads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(
                thread -> thread.getThreadGroup() != Thread.currentThread().getThreadGroup());
        return threads;
    }
}
