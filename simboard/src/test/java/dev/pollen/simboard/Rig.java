// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.I2c;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.SpiBus;
import dev.pollen.hal.Uart;
import dev.pollen.testkit.TestExecutor;

/** The board of the course on a test's executor, all its interrupts bound. */
final class Rig {
    final TestExecutor executor;
    final SimBoard board;
    final Peripherals p;
    final Interrupts irqs;

    Rig(TestExecutor executor) {
        this.executor = executor;
        board = SimBoard.stm32f769Disco(executor.spawner());
        p = board.peripherals();
        irqs = Interrupts.of(board.interrupts());
        for (String name : new String[] {"USART1", "SPI2", "I2C1_EV", "I2C1_ER", "EXTI0", "EXTI1", "EXTI9_5"}) {
            irqs.bind(name, board.handler(name));
        }
    }

    Uart uart(UartConfig config) {
        return board.uart(
                p.take("USART1"), p.take("PB7"), p.take("PA9"), irqs, p.take("DMA1_CH0"), p.take("DMA1_CH1"), config);
    }

    SpiBus spi(int hertz) {
        return board.spi(
                p.take("SPI2"),
                p.take("PB10"),
                p.take("PC3"),
                p.take("PC2"),
                irqs,
                p.take("DMA1_CH2"),
                p.take("DMA1_CH3"),
                SpiConfig.hertz(hertz));
    }

    Output select() {
        return board.output(p.take("PA11"), Level.HIGH);
    }

    I2c i2c() {
        return board.i2c(
                p.take("I2C1"), p.take("PB8"), p.take("PB9"), irqs, p.take("DMA1_CH4"), p.take("DMA1_CH5"), 100_000);
    }

    /** Microseconds of virtual time. */
    long micros() {
        return executor.clock().now() / 1_000;
    }

    void advanceMicros(long micros) {
        executor.advance(java.time.Duration.ofNanos(micros * 1_000));
    }
}
