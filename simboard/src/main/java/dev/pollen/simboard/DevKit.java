// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.Adc;
import dev.pollen.hal.ExclusiveSpiDevice;
import dev.pollen.hal.I2c;
import dev.pollen.hal.Input;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripheral;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.Pull;
import dev.pollen.hal.Pwm;
import dev.pollen.hal.Rtc;
import dev.pollen.hal.SpiDevice;
import dev.pollen.hal.Uart;
import dev.pollen.hal.Watchdog;
import dev.pollen.simboard.device.Led;
import dev.pollen.simboard.device.MonochromeDisplay;
import dev.pollen.simboard.device.NorFlash;
import dev.pollen.simboard.device.PushButton;
import dev.pollen.simboard.device.TemperatureSensor;
import java.util.List;

/**
 * A board with its devices, and drivers for what is wired to them: for programs that run on any board. Each driver is made
 * by its first call, which takes the pins and binds the interrupts that {@link BoardSpec.Wiring} names; a second call is
 * refused as any second owner is.
 *
 * <p>On the board: an LED, a button, a flash chip of 64 KiB (id EF4018), a temperature sensor at 0x48 that measures 21.5
 * degrees, and a display at 0x3C.
 *
 * <p>Threading: on the executor's thread.
 */
public final class DevKit {
    private final SimBoard board;
    private final BoardSpec.Wiring wiring;
    private final Peripherals p;
    private final Interrupts irqs;
    private final Led led;
    private final PushButton button;
    private final NorFlash flash;
    private final TemperatureSensor sensor = new TemperatureSensor(21.5);
    private final MonochromeDisplay display = new MonochromeDisplay();

    /**
     * Attaches the devices to a board.
     *
     * @param board a board with nothing attached to it
     */
    public DevKit(SimBoard board) {
        this.board = board;
        wiring = board.spec().wiring();
        p = board.peripherals();
        irqs = Interrupts.of(board.interrupts());
        led = new Led(board.pin(wiring.led()), wiring.ledActiveLow());
        button = new PushButton(board, wiring.button());
        flash = new NorFlash(board.time(), 0xEF4018, 1 << 16);
        board.spiWires(wiring.flash().get(0)).attach(board.pin(wiring.flash().get(4)), flash);
        I2cWires wires = board.i2cWires(wiring.sensors().get(0));
        wires.attach(TemperatureSensor.ADDRESS, sensor);
        wires.attach(MonochromeDisplay.ADDRESS, display);
    }

    private void bind(String interrupt) {
        if (!irqs.isBound(interrupt)) {
            irqs.bind(interrupt, board.handler(interrupt));
        }
    }

    private boolean hasDma() {
        return !board.spec().dma().isEmpty();
    }

    /** The first DMA channel that is free. */
    private Peripheral dma() {
        for (String channel : board.spec().dma()) {
            if (!p.isTaken(channel)) {
                return p.take(channel);
            }
        }
        throw new IllegalStateException("all DMA channels of " + board.spec().name() + " are taken");
    }

    /**
     * The board.
     *
     * @return the board that the devices are attached to
     */
    public SimBoard board() {
        return board;
    }

    /**
     * The interrupts that are bound so far.
     *
     * @return the table, to be bound further
     */
    public Interrupts interrupts() {
        return irqs;
    }

    /**
     * The pin of the LED, which is off.
     *
     * @return the output
     */
    public Output led() {
        return board.output(p.take(wiring.led()), Level.of(wiring.ledActiveLow()));
    }

    /**
     * The pin of the button, high while it is pressed.
     *
     * @return the input
     */
    public Input button() {
        for (BoardSpec.Pin pin : board.spec().pins()) {
            if (pin.name().equals(wiring.button())) {
                bind(pin.interrupt());
            }
        }
        return board.input(p.take(wiring.button()), Pull.DOWN, irqs);
    }

    /**
     * The serial port of the terminal.
     *
     * @param config baud rate and format
     * @return the port
     */
    public Uart console(UartConfig config) {
        String name = wiring.console().get(0);
        for (BoardSpec.Uart uart : board.spec().uarts()) {
            if (uart.name().equals(name)) {
                bind(uart.interrupt());
            }
        }
        List<Peripheral> taken = wiring.console().stream().map(p::take).toList();
        return hasDma()
                ? board.uart(taken.get(0), taken.get(1), taken.get(2), irqs, dma(), dma(), config)
                : board.uart(taken.get(0), taken.get(1), taken.get(2), irqs, config);
    }

    /**
     * The flash chip on its bus.
     *
     * @param config clock rate
     * @return the device
     */
    public SpiDevice flash(SpiConfig config) {
        String name = wiring.flash().get(0);
        for (BoardSpec.Spi spi : board.spec().spis()) {
            if (spi.name().equals(name)) {
                bind(spi.interrupt());
            }
        }
        List<Peripheral> taken = wiring.flash().stream().map(p::take).toList();
        Output select = board.output(taken.get(4), Level.HIGH);
        return new ExclusiveSpiDevice(
                hasDma()
                        ? board.spi(taken.get(0), taken.get(1), taken.get(2), taken.get(3), irqs, dma(), dma(), config)
                        : board.spi(taken.get(0), taken.get(1), taken.get(2), taken.get(3), irqs, config),
                select);
    }

    /**
     * The bus of the sensor and the display.
     *
     * @param hertz clock rate
     * @return the bus
     */
    public I2c sensors(int hertz) {
        String name = wiring.sensors().get(0);
        for (BoardSpec.I2c i2c : board.spec().i2cs()) {
            if (i2c.name().equals(name)) {
                bind(i2c.event());
                bind(i2c.error());
            }
        }
        List<Peripheral> taken = wiring.sensors().stream().map(p::take).toList();
        return hasDma()
                ? board.i2c(taken.get(0), taken.get(1), taken.get(2), irqs, dma(), dma(), hertz)
                : board.i2c(taken.get(0), taken.get(1), taken.get(2), irqs, hertz);
    }

    /**
     * The converter.
     *
     * @return the board's first
     */
    public Adc adc() {
        BoardSpec.Adc adc = board.spec().adcs().get(0);
        bind(adc.interrupt());
        return board.adc(p.take(adc.name()), irqs);
    }

    /**
     * Sets what is at an input of the converter.
     *
     * @param channel the number of the input
     * @param wave the voltage there
     */
    public void analog(int channel, Waveform wave) {
        board.analog(board.spec().adcs().get(0).name(), channel, wave);
    }

    /**
     * The pulse output.
     *
     * @param hertz periods per second
     * @return the output, off
     */
    public Pwm pulses(int hertz) {
        String name = wiring.pulses().get(0);
        for (BoardSpec.Timer timer : board.spec().timers()) {
            if (timer.name().equals(name)) {
                bind(timer.interrupt());
            }
        }
        return board.pwm(p.take(name), p.take(wiring.pulses().get(1)), irqs, hertz);
    }

    /**
     * The pin of the pulse output, from outside.
     *
     * @return the pin
     */
    public SimPin pulsePin() {
        return board.pin(wiring.pulses().get(1));
    }

    /**
     * The clock.
     *
     * @return the clock, not set
     */
    public Rtc rtc() {
        bind(board.spec().rtc().interrupt());
        return board.rtc(p.take(board.spec().rtc().name()), irqs);
    }

    /**
     * The watchdog.
     *
     * @return the watchdog, not started
     */
    public Watchdog watchdog() {
        return board.watchdog(p.take(board.spec().watchdog().name()));
    }

    /**
     * The LED, from outside.
     *
     * @return the device
     */
    public Led ledDevice() {
        return led;
    }

    /**
     * The button, from outside.
     *
     * @return the device
     */
    public PushButton buttonDevice() {
        return button;
    }

    /**
     * The flash chip, from outside.
     *
     * @return the device
     */
    public NorFlash flashDevice() {
        return flash;
    }

    /**
     * The sensor, from outside.
     *
     * @return the device
     */
    public TemperatureSensor sensorDevice() {
        return sensor;
    }

    /**
     * The display, from outside.
     *
     * @return the device
     */
    public MonochromeDisplay displayDevice() {
        return display;
    }

    /**
     * The other end of the terminal's serial port.
     *
     * @return the line
     */
    public SerialLine consoleLine() {
        return board.serial(wiring.console().get(0));
    }
}
