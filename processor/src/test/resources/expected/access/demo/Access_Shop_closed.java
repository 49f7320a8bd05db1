package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Access.Shop#closed()}, declared at Access.java:40.
 */
@GeneratedByPollen
@AsyncSource(
        method = "closed()Ldev/pollen/Future;",
        line = 40
)
final class Access_Shop_closed extends Frame<Void> {
    Access.Shop self;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Shop.closed");
    }
}
