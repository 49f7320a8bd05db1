package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.List;

/**
 * The frame of {@link Annotated#text(String, List, String[], int)}, declared at Annotated.java:15.
 */
@GeneratedByPollen
@AsyncSource(
        method = "text(Ljava/lang/String;Ljava/util/List;[Ljava/lang/String;I)Ldev/pollen/Future;",
        line = 15
)
final class Annotated_text extends Frame<String> {
    String text;

    List<String> list;

    String[] array;

    int number;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Annotated.text");
    }
}
