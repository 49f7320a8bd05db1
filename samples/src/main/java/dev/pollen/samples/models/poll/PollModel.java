// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.poll;

import dev.pollen.Task;
import dev.pollen.executor.Executor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.samples.models.Demonstration;
import dev.pollen.samples.models.Model;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.hardware.Packet;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import java.io.OutputStream;

/** Informed poll, by hand. A step is a poll. */
public final class PollModel implements Model {
    private final Executor executor;
    private final Notification sleep = Notification.of();
    private final PolledSampler sampler;
    private JoinHandle<Void> end;

    /**
     * Makes the model and its executor.
     *
     * @param bench its hardware
     */
    public PollModel(Bench bench) {
        this(bench, Executor.on(bench.simulation().clock()));
    }

    /**
     * Makes the model.
     *
     * @param bench its hardware
     * @param executor what it runs on
     */
    public PollModel(Bench bench, Executor executor) {
        this.executor = executor;
        Channel<Packet> link = Channel.of(1);
        bench.host().connect(link::tryReceive);
        sampler = new PolledSampler(bench, link, sleep);
    }

    /**
     * Shows the model on the virtual clock.
     *
     * @param out where the story goes
     */
    public static void run(OutputStream out) {
        Demonstration.run(PollModel::new, out);
    }

    @Override
    public void start() {
        end = executor.spawner().submit(Task.of(sampler));
    }

    @Override
    public void sleep() {
        sleep.notifyOne();
    }

    @Override
    public boolean isAsleep() {
        return end != null && end.isFinished();
    }

    @Override
    public void runReady() {
        executor.runUntilStalled();
    }

    @Override
    public long nextDeadline() {
        return executor.nextDeadline();
    }

    @Override
    public long steps() {
        return executor.polls();
    }

    @Override
    public void close() {
        executor.close();
    }
}
