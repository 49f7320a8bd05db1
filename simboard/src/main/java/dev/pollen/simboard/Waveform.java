// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

/** A voltage over time, in steps of the converter that measures it. */
@FunctionalInterface
public interface Waveform {
    /**
     * The voltage at a time. The same time gives the same value.
     *
     * @param nanos the time, in nanoseconds of the executor's clock
     * @return the voltage; what the converter cannot measure is cut off
     */
    int at(long nanos);

    /**
     * A voltage that does not change.
     *
     * @param value the voltage
     * @return the waveform
     */
    static Waveform constant(int value) {
        return nanos -> value;
    }

    /**
     * Up and down in straight lines, from the low voltage at time 0.
     *
     * @param low the lowest voltage
     * @param high the highest
     * @param millis how long up and down take together
     * @return the waveform
     */
    static Waveform triangle(int low, int high, long millis) {
        long period = millis * 1_000_000;
        return nanos -> {
            long phase = nanos % period;
            long up = 2 * Math.min(phase, period - phase);
            return (int) (low + (high - low) * up / period);
        };
    }

    /**
     * A sine, from its middle upwards at time 0.
     *
     * @param low the lowest voltage
     * @param high the highest
     * @param millis the period
     * @return the waveform
     */
    static Waveform sine(int low, int high, long millis) {
        double period = millis * 1e6;
        return nanos ->
                (int) Math.round((low + high) / 2.0 + (high - low) / 2.0 * Math.sin(2 * Math.PI * nanos / period));
    }

    /**
     * The same with noise on it, which looks random and is not: it depends on the time and the seed alone.
     *
     * @param amplitude the noise goes that far up and down
     * @param seed another seed, another noise
     * @return the waveform
     */
    default Waveform withNoise(int amplitude, long seed) {
        return nanos -> {
            long mixed = (nanos ^ seed) * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
            return at(nanos) + (int) Math.floorMod(mixed >>> 32, 2L * amplitude + 1) - amplitude;
        };
    }
}
