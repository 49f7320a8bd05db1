package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.List;
import java.util.Map;

/**
 * The frame of {@link Box#text(Map)}, declared at Box.java:23.
 */
@GeneratedByPollen
@AsyncSource(
        method = "text(Ljava/util/Map;)Ldev/pollen/Future;",
        line = 23
)
final class Box_text extends Frame<CharSequence> {
    Map<String, List<int[]>> exact;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Box.text");
    }
}
