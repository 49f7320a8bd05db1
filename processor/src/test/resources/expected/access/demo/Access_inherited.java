package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Access#inherited(int)}, declared at Access.java:18.
 */
@GeneratedByPollen
@AsyncSource(
        method = "inherited(I)Ldev/pollen/Future;",
        line = 18
)
public final class Access_inherited extends Frame<Void> {
    Access self;

    int n;

    /**
     * Made by the frames that await it.
     */
    public Access_inherited() {
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Access.inherited");
    }
}
