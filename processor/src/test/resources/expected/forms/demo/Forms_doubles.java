package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Forms#doubles()}, declared at Forms.java:21.
 */
@GeneratedByPollen
@AsyncSource(
        method = "doubles()Ldev/pollen/Future$OfDouble;",
        line = 21
)
final class Forms_doubles extends Frame.OfDouble {
    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Forms.doubles");
    }
}
