package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.List;

/**
 * The frame of {@link Old#open(Old.Wire)}, declared at Old.java:13.
 */
@GeneratedByPollen
@AsyncSource(
        method = "open(Ldemo/Old$Wire;)Ldev/pollen/Future;",
        line = 13
)
@SuppressWarnings({
        "deprecation",
        "removal"
})
final class Old_open extends Frame<List<Old.Wire>> {
    Old.Wire wire;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Old.open");
    }
}
