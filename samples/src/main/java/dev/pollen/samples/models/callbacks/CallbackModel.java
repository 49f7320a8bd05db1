// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.callbacks;

import dev.pollen.samples.models.Demonstration;
import dev.pollen.samples.models.Model;
import dev.pollen.samples.models.hardware.Bench;
import java.io.OutputStream;

/** Ad-hoc callbacks: no thread, no queue. A step is an interrupt. */
public final class CallbackModel implements Model {
    private final Bench bench;
    private final CallbackSampler sampler;

    /**
     * Makes the model.
     *
     * @param bench its hardware
     */
    public CallbackModel(Bench bench) {
        this.bench = bench;
        sampler = new CallbackSampler(bench);
        bench.simulation().forbidCallsUnder(sampler);
    }

    /**
     * Shows the model on the virtual clock.
     *
     * @param out where the story goes
     */
    public static void run(OutputStream out) {
        Demonstration.run(CallbackModel::new, out);
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
    public long steps() {
        return bench.simulation().interrupts();
    }
}
