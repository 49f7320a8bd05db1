// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.sync.Mutex;

/**
 * One of several devices on a bus: each transaction waits for the bus, first come, first served, and holds it to its end.
 *
 * <pre>{@code
 * Mutex<SpiBus> bus = Mutex.local(board.spi(..));
 * SpiDevice flash = new SharedSpiDevice(bus, board.output(p.take("PA4"), Level.HIGH));
 * SpiDevice radio = new SharedSpiDevice(bus, board.output(p.take("PA8"), Level.HIGH));
 * }</pre>
 *
 * <p>Cancel safety, errors and allocation are those of {@link SpiDevice}: a transaction that is cancelled while it
 * waits gives its place to the next. <b>Threading.</b> As many tasks as the mutex allows, each with its own futures.
 */
public final class SharedSpiDevice extends SelectedSpiDevice {
    private final Mutex<SpiBus> bus;

    /**
     * Puts a device on a bus, deselected.
     *
     * @param bus the bus, for all its devices the same mutex
     * @param select the pin that selects the device while it is low
     */
    public SharedSpiDevice(Mutex<SpiBus> bus, Output select) {
        super(select);
        this.bus = bus;
        select.setHigh();
    }

    @Override
    SpiTransaction start(SpiTransaction slot, Output chipSelect) {
        return slot.place(bus, chipSelect);
    }
}
