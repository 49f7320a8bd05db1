// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import dev.pollen.samples.models.callbacks.CallbackModel;
import dev.pollen.samples.models.compiled.AsyncModel;
import dev.pollen.samples.models.events.EventModel;
import dev.pollen.samples.models.hardware.Bench;
import dev.pollen.samples.models.poll.PollModel;
import dev.pollen.samples.models.threads.ThreadModel;
import dev.pollen.samples.models.workqueue.QueuedModel;
import java.io.OutputStream;
import java.util.function.Function;

/** The six models, in the order in which {@code docs/models.md} compares them. */
public enum Models {
    /** Ad-hoc callbacks. */
    CALLBACKS("models-callbacks", "ad-hoc callbacks", CallbackModel::new),

    /** A work queue. */
    WORKQUEUE("models-workqueue", "work queue", QueuedModel::new),

    /** Blocking threads. */
    THREADS("models-threads", "blocking threads", ThreadModel::new),

    /** Event handlers. */
    EVENTS("models-events", "event handlers", EventModel::new),

    /** Informed poll, by hand. */
    POLL("models-poll", "informed poll by hand", PollModel::new),

    /** Compiled async. */
    ASYNC("models-async", "compiled async", AsyncModel::new);

    private final String sample;
    private final String title;
    private final Function<Bench, Model> maker;

    Models(String sample, String title, Function<Bench, Model> maker) {
        this.sample = sample;
        this.title = title;
        this.maker = maker;
    }

    /**
     * The name of its demonstration.
     *
     * @return what {@code ./demo NAME} takes
     */
    public String sample() {
        return sample;
    }

    /**
     * The name of the model.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    /**
     * Makes a model.
     *
     * @param bench its hardware
     * @return a model that has not started
     */
    public Model make(Bench bench) {
        return maker.apply(bench);
    }

    /**
     * Shows the model on the virtual clock.
     *
     * @param out where the story goes
     */
    public void run(OutputStream out) {
        Demonstration.run(maker, out);
    }

    /**
     * Shows a model on the virtual clock.
     *
     * @param sample the name of its demonstration
     * @param out where the story goes
     * @param seconds when it ends; 0 for when its story is told
     * @return whether there is one of that name
     */
    public static boolean runIfNamed(String sample, OutputStream out, long seconds) {
        for (Models models : values()) {
            if (models.sample.equals(sample)) {
                Demonstration.run(models.maker, out, seconds == 0 ? Demonstration.MILLIS : 1_000 * seconds);
                return true;
            }
        }
        return false;
    }
}
