package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.Map;

/**
 * The frame of {@link Box#sorted(Comparable, Map, Object)}, declared at Box.java:18.
 */
@GeneratedByPollen
@AsyncSource(
        method = "sorted(Ljava/lang/Comparable;Ljava/util/Map;Ljava/lang/Object;)Ldev/pollen/Future;",
        line = 18
)
final class Box_sorted extends Frame<Map<?, ?>> {
    Comparable<?> key;

    Map<?, ? super String> map;

    Object value;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Box.sorted");
    }
}
