// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import java.util.function.ToLongFunction;

/**
 * How a model came to its end after the sleep signal.
 *
 * @param micros virtual time, in microseconds
 * @param steps steps of the model
 */
record Stop(long micros, long steps) {
    private static final double LAST_MOMENT = 500;
    private static final long LIMIT_MICROS = 1_000_000;

    /** Looks at every half millisecond of five cycles. */
    static long worst(Models models, ToLongFunction<Stop> measure) {
        long worst = 0;
        for (double millis = 0; millis <= LAST_MOMENT; millis += 0.5) {
            worst = Math.max(worst, measure.applyAsLong(at(models, millis)));
        }
        return worst;
    }

    private static Stop at(Models models, double millis) {
        try (ModelRun run = new ModelRun(models)) {
            run.bench.host().looksEveryMillis(150); // so that packets wait, too
            long[] steps = new long[1];
            run.bench.simulation().at(Math.round(millis * 1_000_000), () -> {
                steps[0] = run.model().steps();
                run.model().sleep();
            });
            run.start().until(millis);
            long micros = 0;
            for (; !run.model().isAsleep() && micros < LIMIT_MICROS; micros += 500) {
                run.until(millis + (micros + 500) / 1_000.0);
            }
            run.assertAsleep();
            return new Stop(micros, run.model().steps() - steps[0]);
        }
    }
}
