package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Forms#longs()}, declared at Forms.java:16.
 */
@GeneratedByPollen
@AsyncSource(
        method = "longs()Ldev/pollen/Future$OfLong;",
        line = 16
)
final class Forms_longs extends Frame.OfLong {
    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Forms.longs");
    }
}
