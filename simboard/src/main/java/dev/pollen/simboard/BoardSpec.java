// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import java.util.List;

/**
 * A board as data: what its chip has, and what is soldered to it.
 *
 * @param name the board's name
 * @param pins its pins
 * @param uarts its serial ports
 * @param spis its SPI controllers
 * @param i2cs its I2C controllers
 * @param dma its DMA channels; empty where each peripheral has its own
 * @param adcs its converters
 * @param timers its timers
 * @param rtc its clock
 * @param watchdog its watchdog
 * @param wiring what is connected to what
 */
public record BoardSpec(
        String name,
        List<Pin> pins,
        List<Uart> uarts,
        List<Spi> spis,
        List<I2c> i2cs,
        List<String> dma,
        List<Adc> adcs,
        List<Timer> timers,
        Rtc rtc,
        Watchdog watchdog,
        Wiring wiring) {
    /**
     * Copies the lists.
     *
     * @param name as above
     * @param pins as above
     * @param uarts as above
     * @param spis as above
     * @param i2cs as above
     * @param dma as above
     * @param adcs as above
     * @param timers as above
     * @param rtc as above
     * @param watchdog as above
     * @param wiring as above
     */
    public BoardSpec {
        pins = List.copyOf(pins);
        uarts = List.copyOf(uarts);
        spis = List.copyOf(spis);
        i2cs = List.copyOf(i2cs);
        dma = List.copyOf(dma);
        adcs = List.copyOf(adcs);
        timers = List.copyOf(timers);
    }

    /**
     * A pin.
     *
     * @param name how the manual calls it
     * @param line the number of its edge detector; pins of one number share it
     * @param interrupt the interrupt of that detector
     */
    public record Pin(String name, int line, String interrupt) {}

    /**
     * A serial port.
     *
     * @param name how the manual calls it
     * @param interrupt its interrupt
     * @param fifo how many received bytes it keeps while nobody reads
     * @param rx the pins that can be its receiver; empty for any
     * @param tx the pins that can be its transmitter; empty for any
     */
    public record Uart(String name, String interrupt, int fifo, List<String> rx, List<String> tx) {}

    /**
     * An SPI controller.
     *
     * @param name how the manual calls it
     * @param interrupt its interrupt
     * @param sck the pins that can be its clock; empty for any
     * @param mosi the pins that can be its output; empty for any
     * @param miso the pins that can be its input; empty for any
     */
    public record Spi(String name, String interrupt, List<String> sck, List<String> mosi, List<String> miso) {}

    /**
     * An I2C controller.
     *
     * @param name how the manual calls it
     * @param event its interrupt
     * @param error the interrupt of failed transfers; the same name where there is one for both
     * @param scl the pins that can be its clock; empty for any
     * @param sda the pins that can be its data; empty for any
     */
    public record I2c(String name, String event, String error, List<String> scl, List<String> sda) {}

    /**
     * A converter.
     *
     * @param name how the manual calls it
     * @param interrupt its interrupt
     * @param bits how many bits a value has
     * @param conversionNanos how long a conversion takes
     * @param channels how many inputs it has
     */
    public record Adc(String name, String interrupt, int bits, long conversionNanos, int channels) {}

    /**
     * A timer that makes pulses.
     *
     * @param name how the manual calls it
     * @param interrupt its interrupt
     * @param hertz how fast it counts
     * @param pins the pins that it can drive; empty for any
     */
    public record Timer(String name, String interrupt, int hertz, List<String> pins) {}

    /**
     * A clock that knows the date.
     *
     * @param name how the manual calls it
     * @param interrupt the interrupt of its alarm
     */
    public record Rtc(String name, String interrupt) {}

    /**
     * A watchdog.
     *
     * @param name how the manual calls it
     * @param maxMillis how far it counts
     */
    public record Watchdog(String name, long maxMillis) {}

    /**
     * What is connected to what; programs that know no board by name use it.
     *
     * @param led the pin of the LED
     * @param ledActiveLow whether a low pin lights it
     * @param button the pin of the button, which makes it high
     * @param console serial port, receiver and transmitter of the terminal
     * @param flash SPI controller, clock, output, input and chip select of the flash chip
     * @param sensors I2C controller, clock and data of the sensors and the display
     * @param pulses timer and pin of a pulse output
     */
    public record Wiring(
            String led,
            boolean ledActiveLow,
            String button,
            List<String> console,
            List<String> flash,
            List<String> sensors,
            List<String> pulses) {
        /**
         * Copies the lists.
         *
         * @param led as above
         * @param ledActiveLow as above
         * @param button as above
         * @param console as above
         * @param flash as above
         * @param sensors as above
         * @param pulses as above
         */
        public Wiring {
            console = List.copyOf(console);
            flash = List.copyOf(flash);
            sensors = List.copyOf(sensors);
            pulses = List.copyOf(pulses);
        }
    }
}
