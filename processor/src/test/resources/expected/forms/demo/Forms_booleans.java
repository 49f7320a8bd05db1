package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Forms#booleans()}, declared at Forms.java:26.
 */
@GeneratedByPollen
@AsyncSource(
        method = "booleans()Ldev/pollen/Future$OfBoolean;",
        line = 26
)
final class Forms_booleans extends Frame.OfBoolean {
    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Forms.booleans");
    }
}
