package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.function.Supplier;

/**
 * The frame of {@link Awaits#spread(Supplier)}, declared at Awaits.java:16.
 */
@GeneratedByPollen
@AsyncSource(
        method = "spread(Ljava/util/function/Supplier;)Ldev/pollen/Future;",
        line = 16,
        awaitLines = {
                17,
                21,
                22,
                27,
                28,
                28
        },
        awaits = {
                "Pollen.await(Futures.select(Timer.afterMillis(1), Timer.afterMillis(2)))",
                "Pollen.await(parenthesis(\")\\\"(\", ')', '\\'', \"\\u0041 \\\\u\"))",
                "Pollen.await(text(\"\"\" two \" lines )\"\"\"))",
                "dev.pollen.Pollen.await(Future.ready(true))",
                "Pollen.await(Future.ready(3))",
                "Pollen.await(Timer.afterMillis(Pollen.await(Future.ready(3))))"
        }
)
final class Awaits_spread extends Frame<Void> {
    Awaits self;

    Supplier<String> await;

    @Override
    public Poll poll(Context cx) {
        // Awaits.java:17: Pollen.await(Futures.select(Timer.afterMillis(1), Timer.afterMillis(2)))
        // Awaits.java:21: Pollen.await(parenthesis(")\"(", ')', '\'', "\ u0041 \\ u"))
        // Awaits.java:22: Pollen.await(text(""" two " lines )"""))
        // Awaits.java:27: dev.pollen.Pollen.await(Future.ready(true))
        // Awaits.java:28: Pollen.await(Future.ready(3))
        // Awaits.java:28: Pollen.await(Timer.afterMillis(Pollen.await(Future.ready(3))))
        throw new NotWovenError("Awaits.spread");
    }
}
