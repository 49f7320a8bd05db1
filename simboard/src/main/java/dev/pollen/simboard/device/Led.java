// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.device;

import dev.pollen.hal.Pull;
import dev.pollen.simboard.SimPin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An LED at a pin, which remembers when it was lit.
 *
 * <p>Threading: on the executor's thread. Allocation: none, but that the history grows up to {@value #KEPT} changes, of
 * which the latest are kept.
 */
public final class Led {
    /** How many changes are remembered. */
    public static final int KEPT = 4096;

    private final boolean activeLow;
    private final SimPin pin;
    private final List<Listener> listeners = new ArrayList<>();
    private long[] times = new long[16];
    private long changes;

    /** Told of each change. */
    @FunctionalInterface
    public interface Listener {
        /**
         * The LED has changed.
         *
         * @param on whether it is lit now
         * @param time when, in nanoseconds of the executor's clock
         */
        void changed(boolean on, long time);
    }

    /**
     * An LED that a high pin lights.
     *
     * @param pin the pin
     */
    public Led(SimPin pin) {
        this(pin, false);
    }

    /**
     * An LED.
     *
     * @param pin the pin
     * @param activeLow whether a low pin lights it, and not a high one
     */
    public Led(SimPin pin, boolean activeLow) {
        this.pin = pin;
        this.activeLow = activeLow;
        if (activeLow) {
            pin.resistor(Pull.UP);
        }
        pin.listen((of, high) -> changed(of));
    }

    /**
     * Whether it is lit.
     *
     * @return whether it is lit now
     */
    public boolean isOn() {
        return pin.isHigh() != activeLow;
    }

    /**
     * Adds a listener.
     *
     * @param listener told of each change from now on
     */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /**
     * How often it has changed.
     *
     * @return the number of changes
     */
    public long changes() {
        return changes;
    }

    /**
     * When it has changed.
     *
     * @return the times of the latest changes, in nanoseconds of the executor's clock, oldest first
     */
    public long[] history() {
        int kept = (int) Math.min(changes, times.length);
        long[] history = new long[kept];
        for (int i = 0; i < kept; i++) {
            history[i] = times[(int) ((changes - kept + i) % times.length)];
        }
        return history;
    }

    private void changed(SimPin of) {
        if (changes == times.length && times.length < KEPT) {
            times = Arrays.copyOf(times, 2 * times.length);
        }
        times[(int) (changes++ % times.length)] = of.now();
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).changed(isOn(), of.now());
        }
    }
}
