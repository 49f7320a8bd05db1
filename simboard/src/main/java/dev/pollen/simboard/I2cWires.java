// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.I2cException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wires of an I2C bus, to attach devices to.
 *
 * <p>Threading: on the executor's thread. Allocation: when a device is attached.
 */
public final class I2cWires {
    private static final int LAST_ADDRESS = 0x77;

    private final List<I2cTarget> devices = new ArrayList<>();
    private final List<Integer> addresses = new ArrayList<>();
    private I2cException.@Nullable Kind injected;

    I2cWires() {}

    /**
     * Attaches a device.
     *
     * @param address its 7-bit address
     * @param device the device
     * @throws IllegalArgumentException if it is no address, or another device has it
     */
    public void attach(int address, I2cTarget device) {
        if (address < 8 || address > LAST_ADDRESS) {
            throw new IllegalArgumentException(
                    "a device's address is from 0x08 to 0x77, and is 0x" + Integer.toHexString(address));
        }
        if (addresses.contains(address)) {
            throw new IllegalArgumentException("two devices with address 0x" + Integer.toHexString(address));
        }
        addresses.add(address);
        devices.add(device);
    }

    /**
     * Lets the next transfer fail at its next byte, as by another controller or a disturbance.
     *
     * @param kind how
     */
    public void inject(I2cException.Kind kind) {
        injected = kind;
    }

    I2cException.@Nullable Kind takeInjected() {
        I2cException.Kind kind = injected;
        injected = null;
        return kind;
    }

    @Nullable
    I2cTarget at(int address) {
        for (int i = 0; i < devices.size(); i++) {
            if (addresses.get(i) == address) {
                return devices.get(i);
            }
        }
        return null;
    }
}
