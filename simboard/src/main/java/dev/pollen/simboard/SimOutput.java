// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.Level;
import dev.pollen.hal.Output;

/** An output of a simulated board. Threading: on the executor's thread. Allocation: none. */
public final class SimOutput implements Output {
    private final SimPin pin;
    private final SimTime time;
    private Level level;

    SimOutput(SimPin pin, SimTime time, Level initial) {
        this.pin = pin;
        this.time = time;
        level = initial;
        pin.set(initial);
    }

    @Override
    public void toggle() {
        set(level == Level.HIGH ? Level.LOW : Level.HIGH);
    }

    @Override
    public void set(Level to) {
        time.look();
        level = to;
        pin.set(to);
    }

    @Override
    public boolean isSetHigh() {
        return level == Level.HIGH;
    }

    @Override
    public String toString() {
        return "Output on " + pin;
    }
}
