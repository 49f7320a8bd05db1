// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.executor.AwaitingTask;
import dev.pollen.executor.BackgroundTasks;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Adc;
import dev.pollen.hal.AdcException;
import dev.pollen.hal.I2c;
import dev.pollen.hal.Input;
import dev.pollen.hal.InterruptHandler;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripheral;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.Pull;
import dev.pollen.hal.Pwm;
import dev.pollen.hal.Rtc;
import dev.pollen.hal.SpiBus;
import dev.pollen.hal.Uart;
import dev.pollen.hal.Watchdog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A board that is simulated on one executor, see the package. What firmware does with it reads as on a real one:
 *
 * <pre>{@code
 * SimBoard board = SimBoard.stm32f769Disco(spawner);
 * Peripherals p = board.peripherals();
 * Interrupts irqs = Interrupts.of(board.interrupts())
 *         .bind("USART1", board.handler("USART1"));
 * Output led = board.output(p.take("PJ13"), Level.LOW);
 * Uart uart = board.uart(p.take("USART1"), p.take("PB7"), p.take("PA9"), irqs,
 *         p.take("DMA1_CH0"), p.take("DMA1_CH1"), UartConfig.baud(115_200));
 * }</pre>
 *
 * <p>The outside world is reached by {@link #pin}, {@link #serial}, {@link #spiWires} and {@link #i2cWires}.
 *
 * <p>Threading: on the executor's thread, but for {@link #fromOutside}. The board runs as a background task of the
 * executor: it does not keep {@code Executor.run} from returning. Allocation: when the board, a driver or a device is made;
 * transfers allocate nothing.
 */
public final class SimBoard {
    /** The name of the board's own task, in dumps and traces. */
    public static final String TASK = "SimBoard";

    private final BoardSpec spec;
    private final SimTime time;
    private final Heart heart;
    private final SimInterrupts interrupts;
    private final Peripherals peripherals;
    private final Map<String, Vector> vectors = new LinkedHashMap<>();
    private final Map<String, SimPin> pins = new LinkedHashMap<>();
    private final Map<Integer, EdgeLine> lines = new LinkedHashMap<>();
    private final Map<String, UartHardware> uarts = new LinkedHashMap<>();
    private final Map<String, SpiHardware> spis = new LinkedHashMap<>();
    private final Map<String, I2cHardware> i2cs = new LinkedHashMap<>();
    private final Map<String, AdcHardware> adcs = new LinkedHashMap<>();
    private final Map<String, PwmHardware> timers = new LinkedHashMap<>();
    private final RtcHardware rtc;
    private final Executor executor;
    private final List<Long> resets = new ArrayList<>();
    private @Nullable Runnable onReset;

    private SimBoard(BoardSpec spec, Spawner spawner) {
        this.spec = spec;
        executor = spawner.executor();
        time = new SimTime(executor.clock());
        heart = new Heart(time);
        List<String> names = new ArrayList<>();
        spec.pins().forEach(pin -> names.add(pin.interrupt()));
        spec.uarts().forEach(uart -> names.add(uart.interrupt()));
        spec.spis().forEach(spi -> names.add(spi.interrupt()));
        spec.i2cs().forEach(i2c -> names.addAll(List.of(i2c.event(), i2c.error())));
        spec.adcs().forEach(adc -> names.add(adc.interrupt()));
        spec.timers().forEach(timer -> names.add(timer.interrupt()));
        names.add(spec.rtc().interrupt());
        interrupts = new SimInterrupts(spec.name(), time, names);
        names.forEach(name -> vectors.computeIfAbsent(name, n -> new Vector(n, interrupts)));
        spec.pins().forEach(this::addPin);
        spec.uarts()
                .forEach(uart -> uarts.put(
                        uart.name(), new UartHardware(uart.name(), time, vectors.get(uart.interrupt()), uart.fifo())));
        spec.spis()
                .forEach(spi -> spis.put(spi.name(), new SpiHardware(spi.name(), time, vectors.get(spi.interrupt()))));
        spec.i2cs()
                .forEach(i2c -> i2cs.put(
                        i2c.name(),
                        new I2cHardware(i2c.name(), time, vectors.get(i2c.event()), vectors.get(i2c.error()))));
        spec.adcs().forEach(adc -> adcs.put(adc.name(), new AdcHardware(adc, time, vectors.get(adc.interrupt()))));
        spec.timers().forEach(timer -> timers.put(timer.name(), new PwmHardware(time, vectors.get(timer.interrupt()))));
        rtc = new RtcHardware(time, vectors.get(spec.rtc().interrupt()));
        peripherals = new Peripherals(spec.name(), owned(spec));
        BackgroundTasks.spawn(spawner, new AwaitingTask<>(heart, TASK));
    }

    private void addPin(BoardSpec.Pin pin) {
        pins.put(pin.name(), new SimPin(pin.name(), pin.line(), time));
        lines.computeIfAbsent(pin.line(), line -> new EdgeLine(line, vectors.get(pin.interrupt())));
    }

    private static String[] owned(BoardSpec spec) {
        List<String> names = new ArrayList<>();
        spec.pins().forEach(pin -> names.add(pin.name()));
        spec.uarts().forEach(uart -> names.add(uart.name()));
        spec.spis().forEach(spi -> names.add(spi.name()));
        spec.i2cs().forEach(i2c -> names.add(i2c.name()));
        names.addAll(spec.dma());
        spec.adcs().forEach(adc -> names.add(adc.name()));
        spec.timers().forEach(timer -> names.add(timer.name()));
        names.add(spec.rtc().name());
        names.add(spec.watchdog().name());
        return names.toArray(String[]::new);
    }

    /**
     * Makes a board.
     *
     * @param spec which
     * @param spawner the executor that it runs on
     * @return the board, with nothing attached to it
     */
    public static SimBoard of(BoardSpec spec, Spawner spawner) {
        return new SimBoard(spec, spawner);
    }

    /**
     * Makes the board of the course: {@link Boards#STM32F769_DISCO}.
     *
     * @param spawner the executor that it runs on
     * @return the board, with nothing attached to it
     */
    public static SimBoard stm32f769Disco(Spawner spawner) {
        return of(Boards.STM32F769_DISCO, spawner);
    }

    /**
     * What the board is.
     *
     * @return its data
     */
    public BoardSpec spec() {
        return spec;
    }

    /**
     * The spawner of the executor that the board runs on.
     *
     * @return what starts the firmware's tasks
     */
    public Spawner spawner() {
        return executor.spawner();
    }

    /**
     * The pins and peripherals.
     *
     * @return each with one owner
     */
    public Peripherals peripherals() {
        return peripherals;
    }

    /**
     * The interrupt controller.
     *
     * @return the controller, to be bound with {@link Interrupts}
     */
    public SimInterrupts interrupts() {
        return interrupts;
    }

    /**
     * The board's own handler of an interrupt, which its drivers need.
     *
     * @param interrupt the name of the interrupt
     * @return the handler to be bound to it
     * @throws IllegalArgumentException if there is no such interrupt
     */
    public InterruptHandler handler(String interrupt) {
        return found(vectors, interrupt, "interrupt");
    }

    /**
     * The hardware's time, for devices that do something later.
     *
     * @return the time
     */
    public SimTime time() {
        return time;
    }

    /**
     * Does something to the outside world from another thread: presses a button, sends a byte. It enters by the interrupt
     * controller: what it raises is taken on the executor's thread, in the order of the calls.
     *
     * @param change what to do, on the executor's thread
     */
    public void fromOutside(Runnable change) {
        heart.fromOutside(change);
    }

    /**
     * A pin, from outside.
     *
     * @param name its name
     * @return the pin
     * @throws IllegalArgumentException if there is no such pin
     */
    public SimPin pin(String name) {
        return found(pins, name, "pin");
    }

    /**
     * The outside end of a serial port.
     *
     * @param uart the name of the port
     * @return the line
     * @throws IllegalArgumentException if there is no such port
     */
    public SerialLine serial(String uart) {
        return found(uarts, uart, "UART").line();
    }

    /**
     * The wires of an SPI bus.
     *
     * @param spi the name of the controller
     * @return the wires
     * @throws IllegalArgumentException if there is no such controller
     */
    public SpiWires spiWires(String spi) {
        return found(spis, spi, "SPI").wires();
    }

    /**
     * The wires of an I2C bus.
     *
     * @param i2c the name of the controller
     * @return the wires
     * @throws IllegalArgumentException if there is no such controller
     */
    public I2cWires i2cWires(String i2c) {
        return found(i2cs, i2c, "I2C").wires();
    }

    /**
     * Makes a pin an output.
     *
     * @param pin a pin
     * @param initial its first level
     * @return the output
     * @throws IllegalStateException if the pin has another driver
     */
    public Output output(Peripheral pin, Level initial) {
        SimPin of = pin(pin.name());
        pin.hold("Output");
        return new SimOutput(of, time, initial);
    }

    /**
     * Makes a pin an input.
     *
     * @param pin a pin
     * @param pull its level while nothing drives it
     * @param irqs where the interrupt of its edge detector is bound
     * @return the input
     * @throws IllegalStateException if the pin has another driver, its edge detector looks at another pin, or the interrupt
     *     is not bound
     */
    public Input input(Peripheral pin, Pull pull, Interrupts irqs) {
        SimPin of = pin(pin.name());
        EdgeLine line = lines.get(of.line());
        SimPin other = line.pin();
        if (other != null && other != of && peripherals.isTaken(other.name())) {
            throw new IllegalStateException("edge detector " + of.line() + " looks at " + other + " and cannot look at "
                    + of + ", too: on this chip, pins of the same number share one");
        }
        irqs.require(line.vector().interrupt(), line.vector(), "Input on " + of);
        pin.hold("Input");
        line.select(of);
        of.listenWith(pull);
        return new SimInput(of, time, line);
    }

    /**
     * Makes a serial port, on a board with DMA channels.
     *
     * @param uart the port
     * @param rx its receiving pin
     * @param tx its sending pin
     * @param irqs where its interrupt is bound
     * @param txDma the channel that sends
     * @param rxDma the channel that receives
     * @param config baud rate and format
     * @return the port
     * @throws IllegalArgumentException if a pin cannot have that function
     * @throws IllegalStateException if something has another driver, or the interrupt is not bound
     */
    public Uart uart(
            Peripheral uart,
            Peripheral rx,
            Peripheral tx,
            Interrupts irqs,
            Peripheral txDma,
            Peripheral rxDma,
            UartConfig config) {
        checkDma(uart, txDma, rxDma);
        return madeUart(uart, rx, tx, irqs, config, txDma, rxDma);
    }

    /**
     * Makes a serial port, on a board whose peripherals move their own bytes.
     *
     * @param uart the port
     * @param rx its receiving pin
     * @param tx its sending pin
     * @param irqs where its interrupt is bound
     * @param config baud rate and format
     * @return the port
     * @throws IllegalArgumentException if a pin cannot have that function
     * @throws IllegalStateException if something has another driver, or the interrupt is not bound
     */
    public Uart uart(Peripheral uart, Peripheral rx, Peripheral tx, Interrupts irqs, UartConfig config) {
        checkNoDma(uart);
        return madeUart(uart, rx, tx, irqs, config);
    }

    private Uart madeUart(
            Peripheral uart, Peripheral rx, Peripheral tx, Interrupts irqs, UartConfig config, Peripheral... dma) {
        BoardSpec.Uart data = data(spec.uarts(), BoardSpec.Uart::name, uart);
        String driver = "Uart on " + uart;
        checkPin(rx, data.rx(), "RX of " + uart);
        checkPin(tx, data.tx(), "TX of " + uart);
        require(irqs, data.interrupt(), driver);
        hold(driver, dma, uart, rx, tx);
        UartHardware hardware = uarts.get(uart.name());
        hardware.configure(config);
        return new SimUart(hardware);
    }

    /**
     * Makes an SPI bus, on a board with DMA channels.
     *
     * @param spi the controller
     * @param sck its clock pin
     * @param mosi its sending pin
     * @param miso its receiving pin
     * @param irqs where its interrupt is bound
     * @param txDma the channel that sends
     * @param rxDma the channel that receives
     * @param config clock rate
     * @return the bus
     * @throws IllegalArgumentException if a pin cannot have that function
     * @throws IllegalStateException if something has another driver, or the interrupt is not bound
     */
    public SpiBus spi(
            Peripheral spi,
            Peripheral sck,
            Peripheral mosi,
            Peripheral miso,
            Interrupts irqs,
            Peripheral txDma,
            Peripheral rxDma,
            SpiConfig config) {
        checkDma(spi, txDma, rxDma);
        return madeSpi(spi, sck, mosi, miso, irqs, config, txDma, rxDma);
    }

    /**
     * Makes an SPI bus, on a board whose peripherals move their own bytes.
     *
     * @param spi the controller
     * @param sck its clock pin
     * @param mosi its sending pin
     * @param miso its receiving pin
     * @param irqs where its interrupt is bound
     * @param config clock rate
     * @return the bus
     * @throws IllegalArgumentException if a pin cannot have that function
     * @throws IllegalStateException if something has another driver, or the interrupt is not bound
     */
    public SpiBus spi(
            Peripheral spi, Peripheral sck, Peripheral mosi, Peripheral miso, Interrupts irqs, SpiConfig config) {
        checkNoDma(spi);
        return madeSpi(spi, sck, mosi, miso, irqs, config);
    }

    private SpiBus madeSpi(
            Peripheral spi,
            Peripheral sck,
            Peripheral mosi,
            Peripheral miso,
            Interrupts irqs,
            SpiConfig config,
            Peripheral... dma) {
        BoardSpec.Spi data = data(spec.spis(), BoardSpec.Spi::name, spi);
        String driver = "SpiBus on " + spi;
        checkPin(sck, data.sck(), "SCK of " + spi);
        checkPin(mosi, data.mosi(), "MOSI of " + spi);
        checkPin(miso, data.miso(), "MISO of " + spi);
        require(irqs, data.interrupt(), driver);
        hold(driver, dma, spi, sck, mosi, miso);
        SpiHardware hardware = spis.get(spi.name());
        hardware.configure(config);
        return new SimSpi(hardware);
    }

    /**
     * Makes an I2C bus, on a board with DMA channels.
     *
     * @param i2c the controller
     * @param scl its clock pin
     * @param sda its data pin
     * @param irqs where its interrupts are bound
     * @param txDma the channel that sends
     * @param rxDma the channel that receives
     * @param hertz clock rate
     * @return the bus
     * @throws IllegalArgumentException if a pin cannot have that function, or the rate is not positive
     * @throws IllegalStateException if something has another driver, or an interrupt is not bound
     */
    public I2c i2c(
            Peripheral i2c,
            Peripheral scl,
            Peripheral sda,
            Interrupts irqs,
            Peripheral txDma,
            Peripheral rxDma,
            int hertz) {
        checkDma(i2c, txDma, rxDma);
        return madeI2c(i2c, scl, sda, irqs, hertz, txDma, rxDma);
    }

    /**
     * Makes an I2C bus, on a board whose peripherals move their own bytes.
     *
     * @param i2c the controller
     * @param scl its clock pin
     * @param sda its data pin
     * @param irqs where its interrupts are bound
     * @param hertz clock rate
     * @return the bus
     * @throws IllegalArgumentException if a pin cannot have that function, or the rate is not positive
     * @throws IllegalStateException if something has another driver, or an interrupt is not bound
     */
    public I2c i2c(Peripheral i2c, Peripheral scl, Peripheral sda, Interrupts irqs, int hertz) {
        checkNoDma(i2c);
        return madeI2c(i2c, scl, sda, irqs, hertz);
    }

    private I2c madeI2c(Peripheral i2c, Peripheral scl, Peripheral sda, Interrupts irqs, int hertz, Peripheral... dma) {
        if (hertz <= 0) {
            throw new IllegalArgumentException("a clock rate is positive, and is " + hertz);
        }
        BoardSpec.I2c data = data(spec.i2cs(), BoardSpec.I2c::name, i2c);
        String driver = "I2c on " + i2c;
        checkPin(scl, data.scl(), "SCL of " + i2c);
        checkPin(sda, data.sda(), "SDA of " + i2c);
        require(irqs, data.event(), driver);
        require(irqs, data.error(), driver);
        hold(driver, dma, i2c, scl, sda);
        I2cHardware hardware = i2cs.get(i2c.name());
        hardware.configure(hertz);
        return new SimI2c(hardware);
    }

    /**
     * Makes a converter.
     *
     * @param adc the converter
     * @param irqs where its interrupt is bound
     * @return the converter
     * @throws IllegalStateException if it has another driver, or the interrupt is not bound
     */
    public Adc adc(Peripheral adc, Interrupts irqs) {
        BoardSpec.Adc data = data(spec.adcs(), BoardSpec.Adc::name, adc);
        require(irqs, data.interrupt(), "Adc on " + adc);
        adc.hold("Adc on " + adc);
        return new SimAdc(adcs.get(adc.name()));
    }

    /**
     * Sets what is at an input of a converter; 0 volts unless set.
     *
     * @param adc the name of the converter
     * @param channel the number of the input
     * @param wave the voltage there
     * @throws IllegalArgumentException if there is no such converter or input
     */
    public void analog(String adc, int channel, Waveform wave) {
        found(adcs, adc, "ADC").input(channel, wave);
    }

    /**
     * Lets the next conversion of a converter fail.
     *
     * @param adc the name of the converter
     * @param kind how
     * @throws IllegalArgumentException if there is no such converter
     */
    public void injectAdc(String adc, AdcException.Kind kind) {
        found(adcs, adc, "ADC").inject(kind);
    }

    /**
     * Makes a pulse output: off, with duty 0.
     *
     * @param timer the timer
     * @param pin the pin that it drives
     * @param irqs where its interrupt is bound
     * @param hertz periods per second
     * @return the output
     * @throws IllegalArgumentException if the pin cannot have that function, or the timer cannot count that
     * @throws IllegalStateException if something has another driver, or the interrupt is not bound
     */
    public Pwm pwm(Peripheral timer, Peripheral pin, Interrupts irqs, int hertz) {
        BoardSpec.Timer data = data(spec.timers(), BoardSpec.Timer::name, timer);
        if (hertz <= 0 || hertz > data.hertz()) {
            throw new IllegalArgumentException(
                    timer + " makes 1 to " + data.hertz() + " periods per second, and not " + hertz);
        }
        String driver = "Pwm on " + timer;
        checkPin(pin, data.pins(), "output of " + timer);
        require(irqs, data.interrupt(), driver);
        timer.hold(driver);
        pin.hold(driver);
        PwmHardware hardware = timers.get(timer.name());
        hardware.configure(pin(pin.name()), hertz, data.hertz() / hertz);
        return new SimPwm(hardware);
    }

    /**
     * Makes the clock, which shows the time since the executor's clock was 0 until it is set.
     *
     * @param clock the clock
     * @param irqs where the interrupt of its alarm is bound
     * @return the clock
     * @throws IllegalStateException if it has another driver, or the interrupt is not bound
     */
    public Rtc rtc(Peripheral clock, Interrupts irqs) {
        BoardSpec.Rtc data = data(List.of(spec.rtc()), BoardSpec.Rtc::name, clock);
        require(irqs, data.interrupt(), "Rtc");
        clock.hold("Rtc");
        return new SimRtc(rtc);
    }

    /**
     * Makes the watchdog, which is not started.
     *
     * @param dog the watchdog
     * @return the watchdog
     * @throws IllegalStateException if it has another driver
     */
    public Watchdog watchdog(Peripheral dog) {
        BoardSpec.Watchdog data = data(List.of(spec.watchdog()), BoardSpec.Watchdog::name, dog);
        dog.hold("Watchdog");
        return new SimWatchdog(data, time, this::reset);
    }

    private void reset(long at) {
        resets.add(at);
        if (onReset == null) {
            executor.stop();
        } else {
            onReset.run();
        }
    }

    /**
     * Sets what a reset does; unless set it stops the executor, so that all tasks end.
     *
     * @param action called on the executor's thread
     */
    public void onReset(Runnable action) {
        onReset = action;
    }

    /**
     * When the watchdog has reset the machine.
     *
     * @return the times in nanoseconds of the executor's clock, oldest first
     */
    public List<Long> resets() {
        return List.copyOf(resets);
    }

    private <T> T found(Map<String, T> all, String name, String what) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + what + " " + name + " on " + spec.name());
        }
        return found;
    }

    private <T> T data(List<T> all, Function<T, String> name, Peripheral peripheral) {
        for (T candidate : all) {
            if (name.apply(candidate).equals(peripheral.name())) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(peripheral + " is no such peripheral; there are "
                + all.stream().map(name).toList());
    }

    private void checkPin(Peripheral pin, List<String> possible, String function) {
        pin(pin.name());
        if (!possible.isEmpty() && !possible.contains(pin.name())) {
            throw new IllegalArgumentException(
                    pin + " cannot be " + function + "; " + String.join(", ", possible) + " can");
        }
    }

    private void checkDma(Peripheral peripheral, @Nullable Peripheral... channels) {
        for (Peripheral channel : channels) {
            if (!spec.dma().contains(channel.name())) {
                throw new IllegalArgumentException(channel + " is no DMA channel of " + spec.name() + " for "
                        + peripheral
                        + (spec.dma().isEmpty() ? ", which has none: its peripherals move their own bytes" : ""));
            }
        }
    }

    private void checkNoDma(Peripheral peripheral) {
        if (!spec.dma().isEmpty()) {
            throw new IllegalArgumentException(
                    peripheral + " needs two DMA channels on " + spec.name() + ", from " + spec.dma());
        }
    }

    private void require(Interrupts irqs, String interrupt, String driver) {
        irqs.require(interrupt, vectors.get(interrupt), driver);
    }

    private static void hold(String driver, Peripheral[] dma, Peripheral... others) {
        for (Peripheral other : others) {
            other.hold(driver);
        }
        for (Peripheral channel : dma) {
            channel.hold(driver);
        }
    }
}
