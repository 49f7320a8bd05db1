package demo;

import dev.pollen.Context;
import dev.pollen.Frame;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.hal.I2c;

/**
 * The frame of {@link Blinky#readTemperature(I2c, byte[])}, declared at Blinky.java:27.
 */
@GeneratedByPollen
@AsyncSource(
        method = "readTemperature(Ldev/pollen/hal/I2c;[B)Ldev/pollen/Future;",
        line = 27,
        awaitLines = 28,
        awaits = "await(i2c.read(0x48, raw))"
)
final class Blinky_readTemperature extends Frame<Blinky.Temperature> {
    I2c i2c;

    byte[] raw;

    @Override
    public Poll poll(Context cx) {
        // Blinky.java:28: await(i2c.read(0x48, raw))
        throw new NotWovenError("Blinky.readTemperature");
    }
}
