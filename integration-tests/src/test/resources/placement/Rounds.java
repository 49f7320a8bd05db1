// SPDX-License-Identifier: Apache-2.0
package box.support;

import com.sun.management.ThreadMXBean;
import dev.pollen.executor.Executor;
import dev.pollen.time.VirtualClock;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;

/**
 * Runs each program again and again, each in one frame for ever, and writes down what this allocates: in all, by the JVM's
 * counter, and each object with the stack that made it, as a flight recording. It runs in the interpreter and without
 * thread-local buffers, so that each object is recorded and none is made by a compiler or taken away by one.
 */
public final class Rounds {
    private static final int WARM = 4;
    private static final int MEASURED = 3;
    private static final int ENDLESS = 100_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final Executor executor = Executor.on(new VirtualClock());
    private int turns;

    private Rounds(String name) {
        this.name = name;
    }

    /** A program has come to its end, and begins again. */
    public void turned() {
        turns++;
    }

    /** Takes the file of the recording and the names of the programs. */
    public static void main(String[] arguments) throws Exception {
        Script.beQuiet();
        List<Rounds> all = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            Rounds rounds = new Rounds(arguments[i]);
            rounds.executor.spawner().spawn(box.Turns.of(rounds.name, rounds));
            rounds.run(WARM);
            all.add(rounds);
        }
        long[] bytes = new long[all.size()];
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
            recording.start();
            for (int i = 0; i < bytes.length; i++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                all.get(i).run(MEASURED);
                bytes[i] = THREADS.getCurrentThreadAllocatedBytes() - before;
            }
            recording.stop();
            recording.dump(Path.of(arguments[0]));
        }
        for (int i = 0; i < bytes.length; i++) {
            System.out.println("allocated " + all.get(i).name + " " + bytes[i]);
        }
    }

    private void run(int times) {
        int end = turns + times;
        for (int polls = 0; turns < end; polls++) {
            if (polls > ENDLESS) {
                throw new IllegalStateException(name + " does not come to an end");
            }
            executor.poll();
            Script.wake();
        }
    }
}
