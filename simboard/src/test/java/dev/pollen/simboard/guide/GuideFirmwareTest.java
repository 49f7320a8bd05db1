// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPools;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.Level;
import dev.pollen.hal.SpiDevice;
import dev.pollen.hal.SpiException;
import dev.pollen.simboard.Boards;
import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.I2cTarget;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.UartConfig;
import dev.pollen.simboard.device.Led;
import dev.pollen.simboard.device.NorFlash;
import dev.pollen.simboard.device.PushButton;
import dev.pollen.simboard.device.Terminal;
import dev.pollen.simboard.scope.Oscilloscope;
import dev.pollen.simboard.scope.TaskPins;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of the guide. */
@ExtendWith(PollenExtension.class)
class GuideFirmwareTest {
    /** A sensor of your own: what it does is called at the times at which it happens on the bus. */
    static final class Hygrometer implements I2cTarget {
        @Override
        public boolean start(boolean read) {
            return read; // it cannot be written
        }

        @Override
        public boolean write(int value) {
            return false;
        }

        @Override
        public int read() {
            return 0x37;
        }

        @Override
        public void stop() {}
    }

    @Test
    void theBoardBlinksListensAndEchoes(TestExecutor executor, EventLog log) {
        SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
        Led led = new Led(board.pin("PJ13"));
        PushButton button = new PushButton(board, "PA0").bouncing(3, 1_000_000);
        Terminal terminal = new Terminal(board, "USART1").onLine((text, time) -> log.event("terminal: " + text));
        Firmware.start(board, log);
        button.pressAt(700);
        terminal.typeAt(900, "hello\n");
        executor.advanceMillis(1_200);
        assertEquals(3, led.changes());
        log.assertLines("710 ms: pressed", "901.128465 ms: terminal: hello");
        executor.executor().stop();
    }

    @Test
    void whatIsLostIsSaid(TestExecutor executor, EventLog log) {
        SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
        Firmware.start(board, log);
        board.serial("USART1").send("a message that is echoed for longer than it takes to send the next one");
        executor.advanceMillis(20);
        log.assertLines("11.024235 ms: bytes were lost");
        executor.executor().stop();
    }

    @Test
    void twoChipsShareABus(TestExecutor executor, EventLog log) throws SpiException {
        SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
        SpiDevice[] devices = Firmware.devices(board);
        board.spiWires("SPI2").attach(board.pin("PA11"), new NorFlash(board.time(), 0xEF4018, 1 << 16));
        executor.spawn(Firmware.jedecId(devices[0], log));
        executor.runToEnd();
        log.assertLines("0.004 ms: JEDEC id ef 40 18");
    }

    @Test
    void theThermometerTriesAgainAndSaysWhatIsWrong(TestExecutor executor, EventLog log) {
        DevKit kit = new DevKit(SimBoard.of(Boards.RP2040_PICO, executor.spawner()));
        Firmware.Thermometer thermometer = new Firmware.Thermometer(kit.sensors(100_000), 0x48);
        executor.spawnBackground(Firmware.watch(thermometer, log));
        kit.board().i2cWires("I2C0").inject(I2cException.Kind.ARBITRATION);
        executor.advanceMillis(1);
        kit.sensorDevice().set(-3.25);
        executor.advanceMillis(100);
        kit.board().i2cWires("I2C0").inject(I2cException.Kind.BUS);
        executor.advanceMillis(100);
        log.assertLines("0.4 ms: temperature 21.5", "100.69 ms: temperature -3.25", "200.8 ms: the bus is disturbed");
    }

    @Test
    void aSecondOwnerIsRefused(TestExecutor executor) {
        SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
        board.output(board.peripherals().take("PJ13"), Level.LOW);
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> board.peripherals().take("PJ13"));
        assertTrue(refused.getMessage().startsWith("PJ13 is taken already, by Output of "), refused::getMessage);
    }

    @Test
    void anUnboundInterruptIsRefused(TestExecutor executor) {
        SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> board.uart(
                        board.peripherals().take("USART1"),
                        board.peripherals().take("PB7"),
                        board.peripherals().take("PA9"),
                        dev.pollen.hal.Interrupts.of(board.interrupts()),
                        board.peripherals().take("DMA1_CH0"),
                        board.peripherals().take("DMA1_CH1"),
                        UartConfig.baud(115_200)));
        assertEquals(
                "Uart on USART1 needs interrupt USART1, which is not bound: it would wait for ever. Write .bind(\"USART1\","
                        + " board.handler(\"USART1\"))",
                refused.getMessage());
    }

    @Test
    void theOscilloscopeShowsWhoHoldsTheProcessor() {
        TaskPools.enter(new TaskPools());
        TaskPins tasks = new TaskPins();
        VirtualClock clock = new VirtualClock();
        try (Executor executor = Executor.builder().clock(clock).trace(tasks).build()) {
            SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
            Oscilloscope scope = new Oscilloscope(board, 10_000);
            scope.probe("led", board.pin("PJ13"));
            tasks.connect(board, scope, "PD0", "PD1", "PD3");
            Firmware.start(board, new EventLog(clock));
            for (int i = 0; i < 4; i++) {
                executor.runUntilStalled();
                clock.advanceToNextDeadline();
            }
            String file = scope.toVcd();
            assertTrue(file.contains("$var wire 1 \" Firmware_blink $end"), file);
        } finally {
            TaskPools.enter(null);
        }
    }

    @Test
    void aDeviceOfYourOwnIsAttached(TestExecutor executor) {
        SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
        board.i2cWires("I2C1").attach(0x40, new Hygrometer());
        assertThrows(
                IllegalArgumentException.class, () -> board.i2cWires("I2C1").attach(0x40, new Hygrometer()));
    }
}
