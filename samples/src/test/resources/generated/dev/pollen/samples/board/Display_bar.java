package dev.pollen.samples.board;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;

/**
 * The frame of {@link Display#bar(int, int)}, declared at Display.java:40.
 */
@GeneratedByPollen
@AsyncSource(
        method = "bar(II)Ldev/pollen/Future;",
        line = 40,
        awaitLines = {
                42,
                46
        },
        awaits = {
                "await(i2c.write(ADDRESS, commands))",
                "await(i2c.write(ADDRESS, pixels))"
        }
)
public final class Display_bar extends Frame<Void> {
    Display self;

    int line;

    int length;

    /**
     * Made by the frames that await it.
     */
    public Display_bar() {
    }

    @Override
    public Poll poll(Context cx) {
        // Display.java:42: await(i2c.write(ADDRESS, commands))
        // Display.java:46: await(i2c.write(ADDRESS, pixels))
        throw new NotWovenError("Display.bar");
    }
}
