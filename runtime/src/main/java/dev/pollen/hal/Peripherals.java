// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import org.jspecify.annotations.Nullable;

/**
 * The pins and peripherals of a machine, each of which has one owner: two drivers on one pin are a mistake that shows when
 * the second is made.
 *
 * <pre>{@code
 * Peripherals p = board.peripherals();
 * Output led = board.output(p.take("PJ13"), Level.LOW);
 * }</pre>
 *
 * <p><b>Threading.</b> One thread at a time, at start-up.
 *
 * <p><b>Allocation.</b> When something is taken.
 */
public final class Peripherals {
    private final String machine;
    private final Peripheral[] all;

    /**
     * The peripherals of a machine; called by boards.
     *
     * @param machine the name of the machine, for messages
     * @param names the names of all its pins and peripherals
     */
    public Peripherals(String machine, String... names) {
        this.machine = machine;
        all = new Peripheral[names.length];
        for (int i = 0; i < names.length; i++) {
            all[i] = new Peripheral(names[i]);
        }
    }

    /**
     * Takes a pin or peripheral.
     *
     * @param name its name on this machine
     * @return the peripheral, to be handed to a driver
     * @throws IllegalArgumentException if there is none of that name
     * @throws IllegalStateException if it is taken; the message says by whom, the cause where
     */
    public Peripheral take(String name) {
        Peripheral found = find(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "there is no ".concat(name).concat(" on ").concat(machine));
        }
        found.take();
        return found;
    }

    /**
     * Whether a pin or peripheral has an owner.
     *
     * @param name its name on this machine
     * @return whether it was taken and not closed
     * @throws IllegalArgumentException if there is none of that name
     */
    public boolean isTaken(String name) {
        Peripheral found = find(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "there is no ".concat(name).concat(" on ").concat(machine));
        }
        return found.isTaken();
    }

    private @Nullable Peripheral find(String name) {
        for (Peripheral peripheral : all) {
            if (peripheral.name().equals(name)) {
                return peripheral;
            }
        }
        return null;
    }
}
