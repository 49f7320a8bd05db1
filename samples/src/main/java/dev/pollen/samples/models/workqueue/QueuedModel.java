// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.workqueue;

import dev.pollen.samples.models.Demonstration;
import dev.pollen.samples.models.Model;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.runtime.SerialQueue;
import java.io.OutputStream;

/** A work queue. A step is an item. */
public final class QueuedModel implements Model {
    private final SerialQueue<Runnable> queue;
    private final QueuedSampler sampler;

    /**
     * Makes the model and its queue.
     *
     * @param bench its hardware
     */
    public QueuedModel(Bench bench) {
        this(bench, new SerialQueue<>());
    }

    /**
     * Makes the model.
     *
     * @param bench its hardware
     * @param queue what it runs on
     */
    public QueuedModel(Bench bench, SerialQueue<Runnable> queue) {
        this.queue = queue;
        sampler = new QueuedSampler(bench, queue);
    }

    /**
     * Shows the model on the virtual clock.
     *
     * @param out where the story goes
     */
    public static void run(OutputStream out) {
        Demonstration.run(QueuedModel::new, out);
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
        queue.runReady(Runnable::run);
    }

    @Override
    public long steps() {
        return queue.handled();
    }
}
