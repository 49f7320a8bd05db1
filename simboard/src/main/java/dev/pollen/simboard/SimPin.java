// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.Level;
import dev.pollen.hal.Pull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pin, seen from outside: devices listen to it and drive it.
 *
 * <pre>
 *   level =  what the firmware drives, if it is an output
 *            what the outside drives, if anything does
 *            the pull of an input, or a resistor; low if it floats
 * </pre>
 *
 * <p>Firmware and outside driving it to different levels is a short circuit, and an {@link IllegalStateException} that
 * says so. Threading: on the executor's thread. Allocation: when a listener is added.
 */
public final class SimPin {
    private final String name;
    private final int line;
    private final SimTime time;
    private final List<PinListener> listeners = new ArrayList<>();
    private @Nullable Level inside;
    private @Nullable Level outside;
    private Pull pull = Pull.NONE;
    private Pull resistor = Pull.NONE;
    private boolean high;

    SimPin(String name, int line, SimTime time) {
        this.name = name;
        this.line = line;
        this.time = time;
    }

    /**
     * The name.
     *
     * @return how the machine's manual calls it
     */
    public String name() {
        return name;
    }

    /** The number of its edge detector. */
    int line() {
        return line;
    }

    /**
     * The level.
     *
     * @return whether the pin is high
     */
    public boolean isHigh() {
        return high;
    }

    /**
     * The hardware's time, for listeners.
     *
     * @return nanoseconds of the executor's clock
     */
    public long now() {
        return time.now();
    }

    /**
     * Adds a listener, which is told of changes from now on.
     *
     * @param listener called in the middle of the change: it must not throw
     */
    public void listen(PinListener listener) {
        listeners.add(listener);
    }

    /**
     * Drives the pin from outside.
     *
     * @param level its level from now on
     * @throws IllegalStateException if the firmware drives it to the other level
     */
    public void drive(Level level) {
        time.look();
        outside = level;
        update();
    }

    /**
     * Puts a resistor from the pin to supply or ground: weaker than the pull of an input.
     *
     * @param to its level while nothing else decides it
     */
    public void resistor(Pull to) {
        resistor = to;
        update();
    }

    /** Stops driving the pin from outside. */
    public void release() {
        time.look();
        outside = null;
        update();
    }

    /** The firmware drives the pin. */
    void set(Level level) {
        inside = level;
        update();
    }

    /** The firmware listens to the pin. */
    void listenWith(Pull to) {
        inside = null;
        pull = to;
        update();
    }

    private void update() {
        Level driven = inside;
        Level other = outside;
        if (driven != null && other != null && driven != other) {
            throw new IllegalStateException("short circuit: the firmware drives " + name + " " + driven
                    + ", something outside drives it " + other);
        }
        Level now = driven != null ? driven : other;
        boolean to = now == null ? (pull == Pull.NONE ? resistor : pull) == Pull.UP : now == Level.HIGH;
        if (to != high) {
            high = to;
            for (int i = 0; i < listeners.size(); i++) {
                listeners.get(i).changed(this, to);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
