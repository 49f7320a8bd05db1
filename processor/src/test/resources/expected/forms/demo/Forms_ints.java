package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Forms#ints()}, declared at Forms.java:11.
 */
@GeneratedByPollen
@AsyncSource(
        method = "ints()Ldev/pollen/Future$OfInt;",
        line = 11
)
final class Forms_ints extends Frame.OfInt {
    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Forms.ints");
    }
}
