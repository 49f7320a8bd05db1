// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.SpiException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wires of an SPI bus, to attach devices to.
 *
 * <p>Threading: on the executor's thread. Allocation: when a device is attached.
 */
public final class SpiWires {
    private static final int RELEASED = 0xFF;

    private final List<Attached> devices = new ArrayList<>();
    private SpiException.@Nullable Kind injected;

    SpiWires() {}

    /**
     * Lets the next transfer fail at its next byte.
     *
     * @param kind how
     */
    public void inject(SpiException.Kind kind) {
        injected = kind;
    }

    SpiException.@Nullable Kind takeInjected() {
        SpiException.Kind kind = injected;
        injected = null;
        return kind;
    }

    /**
     * Attaches a device.
     *
     * @param select the pin that selects it while it is low
     * @param device the device
     */
    public void attach(SimPin select, SpiTarget device) {
        Attached attached = new Attached(device, !select.isHigh());
        devices.add(attached);
        select.listen(attached);
    }

    /** A byte has been clocked: what the selected devices answer; ones if there is none. */
    int exchange(int sent) {
        int received = RELEASED;
        for (int i = 0; i < devices.size(); i++) {
            Attached attached = devices.get(i);
            if (attached.selected) {
                received &= attached.device.exchange(sent);
            }
        }
        return received & 0xFF;
    }

    private static final class Attached implements PinListener {
        private final SpiTarget device;
        private boolean selected;

        Attached(SpiTarget device, boolean selected) {
            this.device = device;
            this.selected = selected;
        }

        @Override
        public void changed(SimPin pin, boolean high) {
            selected = !high;
            if (high) {
                device.deselect();
            } else {
                device.select();
            }
        }
    }
}
