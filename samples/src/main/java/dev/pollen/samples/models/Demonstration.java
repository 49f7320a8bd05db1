// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import dev.pollen.samples.models.hardware.Bench;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * A bit more than a second in the life of a model: a good cycle; a time-out, whose value comes in the middle of the next
 * cycle and is not taken for it; a sensor that fails; a host that is slow, so that packets and then cycles wait; and the
 * sleep signal, while a packet waits.
 */
public final class Demonstration {
    /** When the story is told, in milliseconds. */
    static final long MILLIS = 1_500;

    private Demonstration() {}

    /**
     * Shows a model on the virtual clock.
     *
     * @param maker makes it
     * @param out where the log goes
     */
    public static void run(Function<Bench, Model> maker, OutputStream out) {
        run(maker, out, MILLIS);
    }

    static void run(Function<Bench, Model> maker, OutputStream out, long millis) {
        Bench bench = new Bench(out);
        bench.second().goesOn(2, 105);
        bench.second().takes(3, 8);
        bench.first().fails(4, 1);
        bench.simulation().atMillis(500, () -> bench.host().looksEveryMillis(250));
        try (Model model = maker.apply(bench)) {
            bench.simulation().atMillis(1_150, model::sleep);
            bench.log().event("start");
            model.start();
            bench.simulation().runUntilMillis(model, millis);
        }
    }
}
