package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Sample07Ticker#readSensor(int)}, declared at Sample07Ticker.java:56.
 */
@GeneratedByPollen
@AsyncSource(
        method = "readSensor(I)Ldev/pollen/Future$OfInt;",
        line = 56,
        awaitLines = 57,
        awaits = "await(Timer.afterMillis(30))"
)
final class Sample07Ticker_readSensor extends Frame.OfInt {
    int n;

    @Override
    public Poll poll(Context cx) {
        // Sample07Ticker.java:57: await(Timer.afterMillis(30))
        throw new NotWovenError("Sample07Ticker.readSensor");
    }
}
