// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.hal.Adc;
import dev.pollen.hal.AdcException;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.Input;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.SpiDevice;
import dev.pollen.hal.SpiException;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.Timer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same tasks on every board: only what makes the drivers differs, and that is data. */
@ExtendWith(PollenExtension.class)
class BoardsTest {
    /** Each board, with its tasks in the order of their wakes and in others. */
    static Stream<Arguments> boards() {
        return Boards.all().stream().flatMap(spec -> LongStream.range(0, 4).mapToObj(seed -> Arguments.of(spec, seed)));
    }

    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask
    static Task<Void> presses(Input button, EventLog log) {
        while (true) {
            await(button.waitForRisingEdge());
            log.event("pressed");
        }
    }

    @AsyncTask
    static Task<Void> echo(Uart console) {
        byte[] buffer = new byte[64];
        try {
            while (true) {
                int n = await(console.readUntilIdle(buffer));
                await(console.write(buffer, 0, n));
            }
        } catch (UartException e) {
            throw new AssertionError(e);
        }
    }

    @AsyncTask
    static Task<Void> measure(SpiDevice flash, I2c sensors, Adc adc, EventLog log) {
        byte[] id = new byte[3];
        byte[] raw = new byte[2];
        try {
            await(flash.writeRead(new byte[] {(byte) 0x9F}, id));
            log.event("flash " + HexFormat.of().formatHex(id));
            await(sensors.read(0x48, raw));
            log.event("temperature " + (raw[0] << 8 | raw[1] & 0xFF) / 256f);
            log.event("voltage " + await(adc.read(2)));
        } catch (SpiException | I2cException | AdcException e) {
            throw new AssertionError(e);
        }
        return Task.done();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void theSameTasksRunOnEachBoard(BoardSpec spec, long seed) {
        try (TestExecutor executor = seed == 0 ? new TestExecutor() : TestExecutor.seeded(seed)) {
            EventLog log = executor.log();
            DevKit kit = new DevKit(SimBoard.of(spec, executor.spawner()));
            kit.ledDevice().listen((on, time) -> log.event("led " + (on ? "on" : "off")));
            StringBuilder line = new StringBuilder();
            kit.consoleLine().listen((b, time) -> line.append((char) b));
            kit.analog(2, Waveform.constant(1_234));
            executor.spawnBackground(blink(kit.led()));
            executor.spawnBackground(presses(kit.button(), log));
            executor.spawnBackground(echo(kit.console(UartConfig.baud(115_200))));
            executor.spawn(measure(kit.flash(new SpiConfig()), kit.sensors(100_000), kit.adc(), log));
            kit.buttonDevice().pressAt(700);
            kit.consoleLine().send("hello");
            executor.advanceMillis(1_100);
            assertEquals(
                    List.of(
                            "led on",
                            "flash ef4018",
                            "temperature 21.5",
                            "voltage 1234",
                            "led off",
                            "pressed",
                            "led on"),
                    log.lines().stream()
                            .map(event -> event.substring(event.indexOf(':') + 2))
                            .toList(),
                    spec::name);
            assertEquals("hello", line.toString());
            log.clear();
        }
    }

    @Test
    void theBoardOfTheCourseIsTheOneInTheChapter(TestExecutor executor) {
        SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
        BoardSpec.Wiring wiring = board.spec().wiring();
        assertEquals("PJ13", wiring.led());
        assertEquals("PA0", wiring.button());
        assertEquals(List.of("USART1", "PB7", "PA9"), wiring.console());
        assertEquals(List.of("I2C1", "PB8", "PB9"), wiring.sensors());
        assertEquals(List.of("SPI2", "PB10", "PC3", "PC2"), wiring.flash().subList(0, 4));
    }

    @Test
    void whatCannotBeIsRefusedWithWhatCan(TestExecutor executor) {
        SimBoard disco = SimBoard.stm32f769Disco(executor.spawner());
        Peripherals p = disco.peripherals();
        Interrupts irqs = Interrupts.of(disco.interrupts()).bind("USART1", disco.handler("USART1"));
        assertEquals(
                "PA0 cannot be RX of USART1; PA10, PB7 can",
                refusal(() -> disco.uart(
                        p.take("USART1"),
                        p.take("PA0"),
                        p.take("PA9"),
                        irqs,
                        p.take("DMA1_CH0"),
                        p.take("DMA1_CH1"),
                        UartConfig.baud(9_600))));
        p.take("PJ0").close();
        assertEquals(
                "USART6 needs two DMA channels on STM32F769I-DISCO, from [DMA1_CH0, DMA1_CH1, DMA1_CH2, DMA1_CH3, DMA1_CH4,"
                        + " DMA1_CH5, DMA1_CH6, DMA1_CH7]",
                refusal(() ->
                        disco.uart(p.take("USART6"), p.take("PC7"), p.take("PC6"), irqs, UartConfig.baud(9_600))));
        assertEquals(
                "PJ1 is no DMA channel of STM32F769I-DISCO for SPI2",
                refusal(() -> disco.spi(
                        p.take("SPI2"),
                        p.take("PB10"),
                        p.take("PC3"),
                        p.take("PC2"),
                        irqs,
                        p.take("PJ1"),
                        p.take("PJ2"),
                        new SpiConfig())));
        assertEquals(
                "PJ3 is no such peripheral; there are [I2C1]",
                refusal(() -> disco.i2c(
                        p.take("PJ3"),
                        p.take("PB8"),
                        p.take("PB9"),
                        irqs,
                        p.take("DMA1_CH4"),
                        p.take("DMA1_CH5"),
                        100_000)));
        assertEquals("there is no pin PX9 on STM32F769I-DISCO", refusal(() -> disco.pin("PX9")));
        assertEquals("there is no interrupt NONE on STM32F769I-DISCO", refusal(() -> disco.handler("NONE")));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable code) {
        return assertThrows(IllegalArgumentException.class, code).getMessage();
    }

    @Test
    void wiringNamesWhatThereIs() {
        for (BoardSpec spec : Boards.all()) {
            List<String> pins = spec.pins().stream().map(BoardSpec.Pin::name).toList();
            assertEquals(pins.size(), pins.stream().distinct().count(), spec::name);
            BoardSpec.Wiring wiring = spec.wiring();
            assertTrue(pins.contains(wiring.led()), spec::name);
            assertTrue(pins.containsAll(wiring.console().subList(1, 3)), spec::name);
            assertTrue(pins.containsAll(wiring.flash().subList(1, 5)), spec::name);
        }
    }
}
