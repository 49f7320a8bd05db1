package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Box.Inner#self(Box.Inner)}, declared at Box.java:34.
 */
@GeneratedByPollen
@AsyncSource(
        method = "self(Ldemo/Box$Inner;)Ldev/pollen/Future;",
        line = 34
)
final class Box_Inner_self extends Frame<Box<?>.Inner> {
    Box<?>.Inner self;

    Box<?>.Inner other;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Inner.self");
    }
}
