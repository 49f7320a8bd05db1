// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.hal.Adc;
import dev.pollen.hal.AdcException;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.I2cOperation;
import dev.pollen.hal.Input;
import dev.pollen.hal.Output;
import dev.pollen.hal.Pwm;
import dev.pollen.hal.Rtc;
import dev.pollen.hal.SharedI2c;
import dev.pollen.hal.SharedSpiDevice;
import dev.pollen.hal.SpiDevice;
import dev.pollen.hal.SpiException;
import dev.pollen.hal.SpiOperation;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.hal.Watchdog;
import dev.pollen.sync.Mutex;
import dev.pollen.testkit.AllocationAssert;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation of each driver, over and over: neither driver nor hardware allocates anything for it. */
@ExtendWith(PollenExtension.class)
class AllocationTest {
    @AsyncTask
    static Task<Void> pins(Output led, Input button) {
        while (true) {
            await(button.waitForHigh());
            led.setHigh();
            await(button.waitForFallingEdge());
            led.toggle();
            await(button.waitForRisingEdge());
            await(button.waitForLow());
            await(button.waitForAnyEdge());
            await(button.waitForAnyEdge());
        }
    }

    @AsyncTask
    static Task<Void> press(SimPin pin) {
        while (true) {
            await(Timer.afterMicros(100));
            pin.drive(dev.pollen.hal.Level.of(!pin.isHigh()));
        }
    }

    @AsyncTask
    static Task<Void> serial(Uart uart, SerialLine line) {
        byte[] text = {'a', 'b', 'c'};
        byte[] buffer = new byte[8];
        byte[] two = new byte[2];
        while (true) {
            try {
                line.send(text);
                await(uart.readUntilIdle(buffer));
                await(uart.write(buffer));
                await(uart.write(buffer, 0, 2));
                await(uart.flush());
                line.send(text);
                await(uart.read(two));
                await(uart.read(two, 0, 1));
                line.send(text);
                await(Timeout.after(uart.read(buffer), 1));
            } catch (TimeoutException e) {
                // Cancelled, and again.
            } catch (UartException e) {
                throw new AssertionError(e);
            }
        }
    }

    @AsyncTask
    static Task<Void> flash(SpiDevice flash) {
        byte[] command = {3, 0, 0, 0};
        byte[] buffer = new byte[4];
        SpiOperation[] operations = {
            SpiOperation.write(command), SpiOperation.delayNanos(500), SpiOperation.read(buffer)
        };
        while (true) {
            try {
                await(flash.writeRead(command, buffer));
                await(flash.transfer(buffer, command));
                await(flash.transferInPlace(buffer));
                await(flash.write(command));
                await(flash.read(buffer));
                await(flash.transaction(operations));
                await(Timeout.at(flash.read(buffer), 0));
            } catch (TimeoutException e) {
                // Cancelled, and again.
            } catch (SpiException e) {
                throw new AssertionError(e);
            }
        }
    }

    @AsyncTask
    static Task<Void> sensors(I2c i2c) {
        byte[] register = {0};
        byte[] buffer = new byte[2];
        I2cOperation[] operations = {I2cOperation.write(register), I2cOperation.read(buffer)};
        while (true) {
            try {
                await(i2c.read(0x48, buffer));
                await(i2c.write(0x48, register));
                await(i2c.writeRead(0x48, register, buffer));
                await(i2c.transaction(0x48, operations));
            } catch (I2cException e) {
                throw new AssertionError(e);
            }
        }
    }

    @AsyncTask
    static Task<Void> analog(Adc adc, int[] values) {
        int sum = 0;
        while (true) {
            try {
                sum += await(adc.read(1));
                await(adc.read(1, values));
                values[0] += sum;
            } catch (AdcException e) {
                throw new AssertionError(e);
            }
        }
    }

    @AsyncTask
    static Task<Void> pulses(Pwm pwm, int[] duties) {
        while (true) {
            pwm.setDutyPercent(30);
            pwm.enable();
            await(pwm.waveform(duties));
            pwm.disable();
        }
    }

    @AsyncTask
    static Task<Void> clocks(Rtc rtc, Watchdog dog) {
        dog.start(1_000);
        while (true) {
            await(rtc.waitUntil(rtc.nowMillis() + 1));
            dog.feed();
        }
    }

    private interface Start {
        void with(DevKit kit, TestExecutor executor);
    }

    static Stream<Arguments> drivers() {
        return Stream.of(
                Arguments.of("pins", (Start) (kit, executor) -> {
                    executor.spawnBackground(pins(kit.led(), kit.button()));
                    executor.spawnBackground(press(kit.board().pin("PA0")));
                }),
                Arguments.of("UART", (Start) (kit, executor) ->
                        executor.spawnBackground(serial(kit.console(UartConfig.baud(1_000_000)), kit.consoleLine()))),
                Arguments.of("SPI", (Start)
                        (kit, executor) -> executor.spawnBackground(flash(kit.flash(SpiConfig.hertz(8_000_000))))),
                Arguments.of("shared SPI", (Start) (kit, executor) -> {
                    Rig rig = new Rig(executor);
                    executor.spawnBackground(flash(new SharedSpiDevice(Mutex.local(rig.spi(8_000_000)), rig.select())));
                }),
                Arguments.of("I2C", (Start) (kit, executor) -> executor.spawnBackground(sensors(kit.sensors(400_000)))),
                Arguments.of("shared I2C", (Start) (kit, executor) ->
                        executor.spawnBackground(sensors(new SharedI2c(Mutex.local(kit.sensors(400_000)))))),
                Arguments.of("ADC", (Start) (kit, executor) -> executor.spawnBackground(analog(kit.adc(), new int[8]))),
                Arguments.of("PWM", (Start) (kit, executor) ->
                        executor.spawnBackground(pulses(kit.pulses(10_000), new int[] {0, 50, 100}))),
                Arguments.of("RTC and watchdog", (Start)
                        (kit, executor) -> executor.spawnBackground(clocks(kit.rtc(), kit.watchdog()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drivers")
    void nothingIsAllocated(String name, Start start, TestExecutor executor) {
        DevKit kit = new DevKit(SimBoard.stm32f769Disco(executor.spawner()));
        start.with(kit, executor);
        long before = executor.executor().polls();
        AllocationAssert.noAllocation(executor::advanceToNextDeadline);
        assertTrue(executor.executor().polls() - before > AllocationAssert.WARM_UP, "the driver ran");
    }

    @Test
    void theAssertionBites(TestExecutor executor) {
        Function<Integer, byte[]> made = byte[]::new;
        DevKit kit = new DevKit(SimBoard.stm32f769Disco(executor.spawner()));
        byte[][] kept = new byte[1][];
        kit.board().pin("PJ13").listen((pin, high) -> kept[0] = made.apply(64));
        Output led = kit.led();
        assertThrows(AssertionError.class, () -> AllocationAssert.noAllocation(led::toggle));
    }
}
