// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.events;

import dev.pollen.samples.models.Demonstration;
import dev.pollen.samples.models.Model;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.runtime.SerialQueue;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Event handlers. A step is an event. */
public final class EventModel implements Model {
    private final SerialQueue<Event> queue = new SerialQueue<>();
    private final EventSampler sampler;
    private final Consumer<Event> handler;

    /**
     * Makes the model and its queue.
     *
     * @param bench its hardware
     */
    public EventModel(Bench bench) {
        sampler = new EventSampler(bench, queue);
        handler = sampler::handle;
    }

    /**
     * Shows the model on the virtual clock.
     *
     * @param out where the story goes
     */
    public static void run(OutputStream out) {
        Demonstration.run(EventModel::new, out);
    }

    @Override
    public void start() {
        queue.post(new Event(Event.Kind.START, 0, 0));
    }

    @Override
    public void sleep() {
        queue.post(new Event(Event.Kind.SLEEP, 0, 0));
    }

    @Override
    public boolean isAsleep() {
        return sampler.isAsleep();
    }

    @Override
    public void runReady() {
        queue.runReady(handler);
    }

    @Override
    public long steps() {
        return queue.handled();
    }
}
