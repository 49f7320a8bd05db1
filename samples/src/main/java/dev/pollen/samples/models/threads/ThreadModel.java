// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.threads;

import dev.pollen.samples.models.Demonstration;
import dev.pollen.samples.models.Model;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.runtime.Os;
import java.io.OutputStream;

/** Blocking threads. A step is a hand-over from one thread to another. */
public final class ThreadModel implements Model {
    private final Os os;
    private final ThreadSampler sampler;

    /**
     * Makes the model and its operating system.
     *
     * @param bench its hardware
     */
    public ThreadModel(Bench bench) {
        os = new Os(bench.simulation().clock());
        sampler = new ThreadSampler(bench, os);
    }

    /**
     * Shows the model on the virtual clock.
     *
     * @param out where the story goes
     */
    public static void run(OutputStream out) {
        Demonstration.run(ThreadModel::new, out);
    }

    /**
     * The operating system.
     *
     * @return what the threads belong to
     */
    public Os os() {
        return os;
    }

    @Override
    public void start() {
        sampler.start();
    }

    @Override
    public void sleep() {
        sampler.sleep();
    }

    @Override
    public boolean isAsleep() {
        return sampler.isAsleep();
    }

    @Override
    public void runReady() {
        os.runReady();
    }

    @Override
    public long nextDeadline() {
        return os.nextDeadline();
    }

    @Override
    public long steps() {
        return os.handOvers();
    }

    @Override
    public void close() {
        os.close();
    }
}
