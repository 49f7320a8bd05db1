package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import java.util.List;

/**
 * The frame of {@link Outer.Hidden#itself(Thread[], List, Runnable)}, declared at Outer.java:25.
 */
@GeneratedByPollen
@AsyncSource(
        method = "itself([Ldemo/Outer$Hidden;Ljava/util/List;Ldemo/Outer$Secret;)Ldev/pollen/Future;",
        line = 25
)
final class Outer_Hidden_itself extends Frame<Thread> {
    Thread self;

    Thread[] others;

    List<?> list;

    Runnable secret;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Hidden.itself");
    }
}
