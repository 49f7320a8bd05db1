package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Port#flush_now(int)}, declared at Port.java:20.
 */
@GeneratedByPollen
@AsyncSource(
        method = "flush_now(I)Ldev/pollen/Future;",
        line = 20
)
final class Port_flush__now extends Frame<Void> {
    int value;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Port.flush_now");
    }
}
