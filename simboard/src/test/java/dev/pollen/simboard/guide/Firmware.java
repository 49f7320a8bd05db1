// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.guide;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.Input;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.Pull;
import dev.pollen.hal.SharedSpiDevice;
import dev.pollen.hal.SpiBus;
import dev.pollen.hal.SpiDevice;
import dev.pollen.hal.SpiException;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SpiConfig;
import dev.pollen.simboard.UartConfig;
import dev.pollen.sync.Mutex;
import dev.pollen.testkit.EventLog;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;

/** The firmware of the guide. */
final class Firmware {
    private Firmware() {}

    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    /** A button that bounces changes its level many times for each press: wait until it is quiet. */
    @AsyncTask
    static Task<Void> button(Input button, EventLog log) {
        while (true) {
            await(button.waitForRisingEdge());
            await(Timer.afterMillis(10));
            if (button.isHigh()) {
                log.event("pressed");
            }
        }
    }

    @AsyncTask
    static Task<Void> echo(Uart uart, EventLog log) {
        byte[] buffer = new byte[64];
        while (true) {
            try {
                int n = await(uart.readUntilIdle(buffer));
                await(uart.write(buffer, 0, n));
            } catch (UartException e) {
                switch (e.kind()) {
                    case OVERRUN -> log.event("bytes were lost");
                    case FRAMING, PARITY, NOISE -> log.event("the line is disturbed");
                    default -> log.event(e.getMessage());
                }
            }
        }
    }

    static void start(SimBoard board, EventLog log) {
        Peripherals p = board.peripherals();
        Interrupts irqs = Interrupts.of(board.interrupts())
                .bind("USART1", board.handler("USART1"))
                .bind("EXTI0", board.handler("EXTI0"));
        Output led = board.output(p.take("PJ13"), Level.LOW);
        Input button = board.input(p.take("PA0"), Pull.DOWN, irqs);
        Uart uart = board.uart(
                p.take("USART1"),
                p.take("PB7"),
                p.take("PA9"),
                irqs,
                p.take("DMA1_CH0"),
                p.take("DMA1_CH1"),
                UartConfig.baud(115_200));
        board.spawner().spawn(blink(led));
        board.spawner().spawn(button(button, log));
        board.spawner().spawn(echo(uart, log));
    }

    static SpiDevice[] devices(SimBoard board) {
        Peripherals p = board.peripherals();
        Interrupts irqs = Interrupts.of(board.interrupts()).bind("SPI2", board.handler("SPI2"));
        Mutex<SpiBus> bus = Mutex.local(board.spi(
                p.take("SPI2"),
                p.take("PB10"),
                p.take("PC3"),
                p.take("PC2"),
                irqs,
                p.take("DMA1_CH2"),
                p.take("DMA1_CH3"),
                SpiConfig.hertz(8_000_000)));
        SpiDevice flash = new SharedSpiDevice(bus, board.output(p.take("PA11"), Level.HIGH));
        SpiDevice radio = new SharedSpiDevice(bus, board.output(p.take("PA12"), Level.HIGH));
        return new SpiDevice[] {flash, radio};
    }

    @AsyncTask
    static Task<Void> jedecId(SpiDevice flash, EventLog log) throws SpiException {
        byte[] command = {(byte) 0x9F};
        byte[] id = new byte[3];
        await(flash.writeRead(command, id));
        log.event("JEDEC id %02x %02x %02x".formatted(id[0], id[1], id[2]));
        return Task.done();
    }

    /** A driver: it knows the bus by its interface alone, and runs on every board. */
    static final class Thermometer {
        private static final int ATTEMPTS = 3;

        private final I2c i2c;
        private final int address;
        private final byte[] raw = new byte[2];

        Thermometer(I2c i2c, int address) {
            this.i2c = i2c;
            this.address = address;
        }

        /** The temperature in units of 1/256 degree. */
        @Async
        Future.OfInt read() throws I2cException {
            for (int attempt = 1; ; attempt++) {
                try {
                    await(i2c.read(address, raw));
                    return Future.ready(raw[0] << 8 | raw[1] & 0xFF);
                } catch (I2cException e) {
                    if (e.kind() != I2cException.Kind.ARBITRATION || attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }

    @AsyncTask
    static Task<Void> watch(Thermometer thermometer, EventLog log) {
        while (true) {
            try {
                int temperature = await(Timeout.after(thermometer.read(), 10));
                log.event("temperature " + temperature / 256.0);
            } catch (I2cException e) {
                log.event(e.kind() == I2cException.Kind.NACK ? "nobody there" : "the bus is disturbed");
            } catch (TimeoutException e) {
                log.event("too slow");
            }
            await(Timer.afterMillis(100));
        }
    }
}
