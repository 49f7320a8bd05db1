package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Access.Shop#half()}, declared at Access.java:35.
 */
@GeneratedByPollen
@AsyncSource(
        method = "half()Ldev/pollen/Future;",
        line = 35
)
public final class Access_Shop_half extends Frame<Void> {
    Access.Shop self;

    /**
     * Made by the frames that await it.
     */
    public Access_Shop_half() {
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Shop.half");
    }
}
