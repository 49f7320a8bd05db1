package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.hal.Output;

/**
 * The frame of {@link Sample12Channel#triggerAlarm(Output)}, declared at Sample12Channel.java:63.
 */
@GeneratedByPollen
@AsyncSource(
        method = "triggerAlarm(Ldev/pollen/hal/Output;)Ldev/pollen/Future;",
        line = 63,
        awaitLines = 65,
        awaits = "await(Timer.afterMillis(600))"
)
final class Sample12Channel_triggerAlarm extends Frame<Void> {
    Output led;

    @Override
    public Poll poll(Context cx) {
        // Sample12Channel.java:65: await(Timer.afterMillis(600))
        throw new NotWovenError("Sample12Channel.triggerAlarm");
    }
}
