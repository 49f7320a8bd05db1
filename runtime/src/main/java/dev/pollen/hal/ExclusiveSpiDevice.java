// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/**
 * The only device on a bus. A transaction that begins while another one runs is refused by the bus.
 *
 * <p>Cancel safety, errors and allocation are those of {@link SpiDevice}. <b>Threading.</b> One task at a time.
 */
public final class ExclusiveSpiDevice extends SelectedSpiDevice {
    private final SpiBus bus;

    /**
     * Puts a device on a bus, deselected.
     *
     * @param bus the bus, which nobody else uses
     * @param select the pin that selects the device while it is low
     */
    public ExclusiveSpiDevice(SpiBus bus, Output select) {
        super(select);
        this.bus = bus;
        select.setHigh();
    }

    @Override
    SpiTransaction start(SpiTransaction slot, Output chipSelect) {
        return slot.place(bus, chipSelect);
    }
}
