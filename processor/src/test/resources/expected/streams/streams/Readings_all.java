package streams;

import dev.pollen.AsyncStream;
import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.StreamFrame;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.List;

/**
 * The frame of {@link Readings#all(List, AsyncStream)}, declared at Readings.java:23.
 */
@GeneratedByPollen
@AsyncSource(
        method = "all(Ljava/util/List;Ldev/pollen/AsyncStream;)Ldev/pollen/AsyncStream;",
        line = 23,
        awaitLines = {
                25,
                27,
                28
        },
        awaits = {
                "emit(t)",
                "await(more.next())",
                "emit(more.current())"
        }
)
public final class Readings_all extends StreamFrame<Object> {
    Readings<?> self;

    List<?> list;

    AsyncStream<?> more;

    /**
     * Made by the frames that await it.
     */
    public Readings_all() {
    }

    @Override
    public Poll poll(Context cx) {
        // Readings.java:25: emit(t)
        // Readings.java:27: await(more.next())
        // Readings.java:28: emit(more.current())
        throw new NotWovenError("Readings.all");
    }
}
