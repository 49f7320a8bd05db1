package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Names#clash(Names, int, Names.Frame)}, declared at Names.java:11.
 */
@GeneratedByPollen
@AsyncSource(
        method = "clash(Ldemo/Names;ILdemo/Names$Frame;)Ldev/pollen/Future;",
        line = 11
)
final class Names_clash extends Frame<Void> {
    Names self__;

    Names self;

    int self_;

    Names.Frame cx;

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError("Names.clash");
    }
}
