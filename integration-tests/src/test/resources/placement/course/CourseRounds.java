// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import com.sun.management.ThreadMXBean;
import dev.pollen.Task;
import dev.pollen.executor.Executor;
import dev.pollen.samples.models.Model;
import dev.pollen.samples.models.Models;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;

/**
 * Runs each sample of the course, the model of compiled async, and the programs that are named, and writes down what this
 * allocates, as a flight recording: what is made in the middle of a sample, when each task has had its turn, is below
 * {@link Middle}, and what is made from its beginning to its end below {@link Whole}. It runs in the interpreter and without
 * thread-local buffers, so that each object is recorded and none is made by a compiler or taken away by one.
 */
public final class CourseRounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final PrintStream OUT = System.out;
    private static final long SECOND = 1_000_000_000;
    private static final int LINES = 200;

    private CourseRounds() {}

    /** Takes the file of the recording and the names of classes with a {@code main}. */
    public static void main(String[] arguments) throws Exception {
        List<Runnable> whole = new ArrayList<>();
        for (Course sample : Course.values()) {
            whole.add(() -> run(sample));
        }
        whole.add(() -> Models.ASYNC.run(OutputStream.nullOutputStream()));
        for (int i = 1; i < arguments.length; i++) {
            whole.add(program(arguments[i]));
        }
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        whole.forEach(Runnable::run);
        middle(Course.FIRMWARE);
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
            recording.start();
            whole.forEach(Whole::run);
            for (Course sample : Course.values()) {
                if (sample != Course.STARVATION) {
                    middle(sample);
                }
            }
            middleOfModel();
            VirtualClock clock = new VirtualClock();
            middle("planted", clock, Executor.on(clock), Planted.leaks());
            recording.stop();
            recording.dump(Path.of(arguments[0]));
        }
    }

    /** From the beginning to the end. */
    static final class Whole {
        static void run(Runnable program) {
            program.run();
        }
    }

    /** Some turns of each task. */
    static final class Middle {
        static void run(Runnable turns) {
            turns.run();
        }
    }

    private static void run(Course sample) {
        System.setIn(new ByteArrayInputStream(new byte[0]));
        sample.run(true, "--quiet");
    }

    private static Runnable program(String name) throws ReflectiveOperationException {
        var main = Class.forName(name).getMethod("main", String[].class);
        main.setAccessible(true);
        return () -> {
            try {
                main.invoke(null, (Object) new String[0]);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name, e);
            }
        };
    }

    private static void middle(Course sample) {
        System.setIn(new ByteArrayInputStream("hello\nbutton\n".repeat(LINES).getBytes(StandardCharsets.UTF_8)));
        VirtualClock clock = new VirtualClock();
        try (Executor executor = sample.executor(clock)) {
            Task<Void> root = sample.root(executor.spawner(), "--virtual", "--quiet", "--seconds", "100");
            middle(sample.title(), clock, executor, root);
        }
    }

    private static void middle(String title, VirtualClock clock, Executor executor, Task<Void> root) {
        executor.spawner().spawn(root);
        turn(executor, clock, 3 * SECOND);
        String before = executor.dump();
        long bytes = allocated(() -> turn(executor, clock, 5 * SECOND));
        OUT.println("allocated " + title + " " + bytes);
        before.lines().forEach(line -> OUT.println("before " + line));
        executor.dump().lines().forEach(line -> OUT.println("after " + line));
    }

    private static void turn(Executor executor, VirtualClock clock, long until) {
        long last = executor.polls() + 150_000;
        while (clock.now() < until && executor.polls() < last) {
            if (!executor.poll()) {
                clock.advanceToNextDeadline();
            }
        }
    }

    private static void middleOfModel() {
        Bench bench = new Bench(OutputStream.nullOutputStream());
        try (Model model = Models.ASYNC.make(bench)) {
            model.start();
            bench.simulation().runUntilMillis(model, 10 * Bench.PERIOD_MILLIS);
            long bytes = allocated(() -> bench.simulation().runUntilMillis(model, 15 * Bench.PERIOD_MILLIS));
            OUT.println("allocated " + Models.ASYNC.sample() + " " + bytes);
        }
    }

    private static long allocated(Runnable turns) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Middle.run(turns);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
