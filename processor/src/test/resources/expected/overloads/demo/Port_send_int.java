package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Port#send(int)}, declared at Port.java:10.
 */
@GeneratedByPollen
@AsyncSource(
        method = "send(I)Ldev/pollen/Future;",
        line = 10
)
final class Port_send_int extends Frame<Void> {
    int value;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Port.send");
    }
}
