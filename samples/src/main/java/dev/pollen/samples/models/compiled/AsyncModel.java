// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.compiled;

import dev.pollen.executor.Executor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.samples.models.Demonstration;
import dev.pollen.samples.models.Model;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.hardware.Packet;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import java.io.OutputStream;

/** Compiled async. A step is a poll. */
public final class AsyncModel implements Model {
    private final Bench bench;
    private final Executor executor;
    private final Notification sleep = Notification.of();
    private final Channel<Packet> link = Channel.of(1);
    private final AsyncSensor first;
    private final AsyncSensor second;
    private JoinHandle<Void> end;

    /**
     * Makes the model and its executor.
     *
     * @param bench its hardware
     */
    public AsyncModel(Bench bench) {
        this(bench, Executor.on(bench.simulation().clock()));
    }

    /**
     * Makes the model.
     *
     * @param bench its hardware
     * @param executor what it runs on
     */
    public AsyncModel(Bench bench, Executor executor) {
        this.bench = bench;
        this.executor = executor;
        first = new AsyncSensor(bench.first());
        second = new AsyncSensor(bench.second());
        bench.host().connect(link::tryReceive);
    }

    /**
     * Shows the model on the virtual clock.
     *
     * @param out where the story goes
     */
    public static void run(OutputStream out) {
        Demonstration.run(AsyncModel::new, out);
    }

    @Override
    public void start() {
        end = executor.spawner().submit(AsyncSampler.run(first, second, link, sleep, bench));
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
