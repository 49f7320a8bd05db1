package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.List;

/**
 * The frame of {@link Box#largest(List, Number[])}, declared at Box.java:13.
 */
@GeneratedByPollen
@AsyncSource(
        method = "largest(Ljava/util/List;[Ljava/lang/Number;)Ldev/pollen/Future;",
        line = 13
)
final class Box_largest extends Frame<Number> {
    Box<?> self;

    List<?> values;

    Number[] array;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Box.largest");
    }
}
