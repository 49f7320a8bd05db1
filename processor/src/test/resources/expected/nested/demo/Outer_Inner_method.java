package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Outer.Inner#method()}, declared at Outer.java:13.
 */
@GeneratedByPollen
@AsyncSource(
        method = "method()Ldev/pollen/Future;",
        line = 13
)
final class Outer_Inner_method extends Frame<Void> {
    Outer.Inner self;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Inner.method");
    }
}
