package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Sample19Multiprio#compute(int)}, declared at Sample19Multiprio.java:64.
 */
@GeneratedByPollen
@AsyncSource(
        method = "compute(I)Ldev/pollen/Future;",
        line = 64,
        awaitLines = 67,
        awaits = "await(Futures.yieldNow())"
)
final class Sample19Multiprio_compute extends Frame<Void> {
    int millis;

    @Override
    public Poll poll(Context cx) {
        // Sample19Multiprio.java:67: await(Futures.yieldNow())
        throw new NotWovenError("Sample19Multiprio.compute");
    }
}
