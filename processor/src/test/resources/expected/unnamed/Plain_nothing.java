import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Plain#nothing()}, declared at Plain.java:7.
 */
@GeneratedByPollen
@AsyncSource(
        method = "nothing()Ldev/pollen/Future;",
        line = 7
)
final class Plain_nothing extends Frame<Void> {
    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Plain.nothing");
    }
}
