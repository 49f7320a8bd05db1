package dev.pollen.samples.models.compiled;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link AsyncSensor#read()}, declared at AsyncSensor.java:28.
 */
@GeneratedByPollen
@AsyncSource(
        method = "read()Ldev/pollen/Future$OfInt;",
        line = 28,
        awaitLines = 33,
        awaits = "await(interrupt.notified())"
)
final class AsyncSensor_read extends Frame.OfInt {
    AsyncSensor self;

    @Override
    public Poll poll(Context cx) {
        // AsyncSensor.java:33: await(interrupt.notified())
        throw new NotWovenError("AsyncSensor.read");
    }
}
