package streams;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.StreamFrame;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Readings#counted(int)}, declared at Readings.java:14.
 */
@GeneratedByPollen
@AsyncSource(
        method = "counted(I)Ldev/pollen/AsyncStream$OfInt;",
        line = 14,
        awaitLines = {
                16,
                17
        },
        awaits = {
                "await(Timer.afterMillis(1))",
                "emit(i)"
        }
)
final class Readings_counted extends StreamFrame.OfInt {
    int limit;

    @Override
    public Poll poll(Context cx) {
        // Readings.java:16: await(Timer.afterMillis(1))
        // Readings.java:17: emit(i)
        throw new NotWovenError("Readings.counted");
    }
}
