package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.List;

/**
 * The frame of {@link Port#send(List, byte[][])}, declared at Port.java:15.
 */
@GeneratedByPollen
@AsyncSource(
        method = "send(Ljava/util/List;[[B)Ldev/pollen/Future;",
        line = 15
)
final class Port_send_List_byteArrayArray extends Frame<Void> {
    List<String> values;

    byte[][] raw;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Port.send");
    }
}
