// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import java.util.ArrayList;
import java.util.List;

/** The boards that there are. */
public final class Boards {
    private static final int STM32_PINS = 16;

    /** STM32F769I-DISCO: Cortex-M7. LED on PJ13, button on PA0, terminal on USART1. */
    public static final BoardSpec STM32F769_DISCO = new BoardSpec(
            "STM32F769I-DISCO",
            stm32Pins("ABCDEFGHIJK"),
            List.of(
                    new BoardSpec.Uart("USART1", "USART1", 1, List.of("PA10", "PB7"), List.of("PA9", "PB6")),
                    new BoardSpec.Uart("USART6", "USART6", 1, List.of("PC7", "PG9"), List.of("PC6", "PG14"))),
            List.of(
                    new BoardSpec.Spi(
                            "SPI2",
                            "SPI2",
                            List.of("PB10", "PB13", "PA12", "PI1"),
                            List.of("PC3", "PB15", "PI3"),
                            List.of("PC2", "PB14", "PI2")),
                    new BoardSpec.Spi(
                            "SPI1", "SPI1", List.of("PA5", "PB3"), List.of("PA7", "PB5"), List.of("PA6", "PB4"))),
            List.of(new BoardSpec.I2c("I2C1", "I2C1_EV", "I2C1_ER", List.of("PB6", "PB8"), List.of("PB7", "PB9"))),
            numbered("DMA1_CH", 8),
            List.of(new BoardSpec.Adc("ADC1", "ADC", 12, 1_000, 16)),
            List.of(new BoardSpec.Timer("TIM3", "TIM3", 1_000_000, List.of("PA6", "PB4", "PC6"))),
            new BoardSpec.Rtc("RTC", "RTC_ALARM"),
            new BoardSpec.Watchdog("IWDG", 32_768),
            new BoardSpec.Wiring(
                    "PJ13",
                    false,
                    "PA0",
                    List.of("USART1", "PB7", "PA9"),
                    List.of("SPI2", "PB10", "PC3", "PC2", "PA11"),
                    List.of("I2C1", "PB8", "PB9"),
                    List.of("TIM3", "PC6")));

    /** nRF52840 DK: Cortex-M4. Any pin can have any function, and each peripheral moves its own bytes. */
    public static final BoardSpec NRF52840_DK = new BoardSpec(
            "nRF52840 DK",
            pins("P0.%02d", 32, "P1.%02d", 16, "GPIOTE"),
            List.of(
                    new BoardSpec.Uart("UARTE0", "UARTE0_UART0", 6, List.of(), List.of()),
                    new BoardSpec.Uart("UARTE1", "UARTE1", 6, List.of(), List.of())),
            List.of(new BoardSpec.Spi("SPIM3", "SPIM3", List.of(), List.of(), List.of())),
            List.of(new BoardSpec.I2c(
                    "TWIM0",
                    "SPIM0_SPIS0_TWIM0_TWIS0_SPI0_TWI0",
                    "SPIM0_SPIS0_TWIM0_TWIS0_SPI0_TWI0",
                    List.of(),
                    List.of())),
            List.of(),
            List.of(new BoardSpec.Adc("SAADC", "SAADC", 12, 5_000, 8)),
            List.of(new BoardSpec.Timer("PWM0", "PWM0", 16_000_000, List.of())),
            new BoardSpec.Rtc("RTC2", "RTC2"),
            new BoardSpec.Watchdog("WDT", 131_072_000),
            new BoardSpec.Wiring(
                    "P0.13",
                    true,
                    "P0.11",
                    List.of("UARTE0", "P0.08", "P0.06"),
                    List.of("SPIM3", "P0.19", "P0.20", "P0.21", "P0.17"),
                    List.of("TWIM0", "P0.27", "P0.26"),
                    List.of("PWM0", "P0.14")));

    /** ESP32-C3-DevKitM: RISC-V. Any pin can have any function. */
    public static final BoardSpec ESP32_C3_DEVKIT = new BoardSpec(
            "ESP32-C3-DevKitM-1",
            pins("GPIO%d", 22, "", 0, "GPIO"),
            List.of(
                    new BoardSpec.Uart("UART0", "UART0", 128, List.of(), List.of()),
                    new BoardSpec.Uart("UART1", "UART1", 128, List.of(), List.of())),
            List.of(new BoardSpec.Spi("SPI2", "SPI2", List.of(), List.of(), List.of())),
            List.of(new BoardSpec.I2c("I2C0", "I2C_EXT0", "I2C_EXT0", List.of(), List.of())),
            List.of("DMA_TX0", "DMA_RX0", "DMA_TX1", "DMA_RX1", "DMA_TX2", "DMA_RX2"),
            List.of(new BoardSpec.Adc("APB_SARADC", "APB_ADC", 12, 10_000, 5)),
            List.of(new BoardSpec.Timer("LEDC", "LEDC", 80_000_000, List.of())),
            new BoardSpec.Rtc("RTC", "RTC_CORE"),
            new BoardSpec.Watchdog("TIMG0_WDT", 100_000_000),
            new BoardSpec.Wiring(
                    "GPIO8",
                    false,
                    "GPIO9",
                    List.of("UART0", "GPIO20", "GPIO21"),
                    List.of("SPI2", "GPIO6", "GPIO7", "GPIO2", "GPIO10"),
                    List.of("I2C0", "GPIO5", "GPIO4"),
                    List.of("LEDC", "GPIO3")));

    /** Raspberry Pi Pico: RP2040. */
    public static final BoardSpec RP2040_PICO = new BoardSpec(
            "Raspberry Pi Pico",
            pins("PIN_%d", 30, "", 0, "IO_IRQ_BANK0"),
            List.of(
                    new BoardSpec.Uart(
                            "UART0",
                            "UART0_IRQ",
                            32,
                            List.of("PIN_1", "PIN_13", "PIN_17"),
                            List.of("PIN_0", "PIN_12", "PIN_16")),
                    new BoardSpec.Uart("UART1", "UART1_IRQ", 32, List.of("PIN_5", "PIN_9"), List.of("PIN_4", "PIN_8"))),
            List.of(new BoardSpec.Spi(
                    "SPI0",
                    "SPI0_IRQ",
                    List.of("PIN_2", "PIN_6", "PIN_18"),
                    List.of("PIN_3", "PIN_7", "PIN_19"),
                    List.of("PIN_0", "PIN_4", "PIN_16", "PIN_20"))),
            List.of(new BoardSpec.I2c(
                    "I2C0",
                    "I2C0_IRQ",
                    "I2C0_IRQ",
                    List.of("PIN_1", "PIN_5", "PIN_9", "PIN_21"),
                    List.of("PIN_0", "PIN_4", "PIN_8", "PIN_20"))),
            numbered("DMA_CH", 12),
            List.of(new BoardSpec.Adc("ADC", "ADC_IRQ_FIFO", 12, 2_000, 5)),
            List.of(new BoardSpec.Timer("PWM_SLICE4", "PWM_IRQ_WRAP", 125_000_000, List.of("PIN_8", "PIN_24"))),
            new BoardSpec.Rtc("RTC", "RTC_IRQ"),
            new BoardSpec.Watchdog("WATCHDOG", 8_388),
            new BoardSpec.Wiring(
                    "PIN_25",
                    false,
                    "PIN_15",
                    List.of("UART0", "PIN_1", "PIN_0"),
                    List.of("SPI0", "PIN_18", "PIN_19", "PIN_16", "PIN_17"),
                    List.of("I2C0", "PIN_5", "PIN_4"),
                    List.of("PWM_SLICE4", "PIN_24")));

    private Boards() {}

    /**
     * All boards.
     *
     * @return the boards, the first of which is the course's
     */
    public static List<BoardSpec> all() {
        return List.of(STM32F769_DISCO, NRF52840_DK, ESP32_C3_DEVKIT, RP2040_PICO);
    }

    /** Pins of a port with the same number share an edge detector: PA0, PB0, .. */
    private static List<BoardSpec.Pin> stm32Pins(String ports) {
        List<BoardSpec.Pin> pins = new ArrayList<>();
        for (char port : ports.toCharArray()) {
            for (int number = 0; number < STM32_PINS; number++) {
                pins.add(new BoardSpec.Pin("P" + port + number, number, extiInterrupt(number)));
            }
        }
        return pins;
    }

    private static String extiInterrupt(int line) {
        if (line < 5) {
            return "EXTI" + line;
        }
        return line < 10 ? "EXTI9_5" : "EXTI15_10";
    }

    /** Each pin has an edge detector of its own, all of them one interrupt. */
    private static List<BoardSpec.Pin> pins(
            String first, int firstCount, String second, int secondCount, String interrupt) {
        List<BoardSpec.Pin> pins = new ArrayList<>();
        for (int i = 0; i < firstCount; i++) {
            pins.add(new BoardSpec.Pin(String.format(first, i), i, interrupt));
        }
        for (int i = 0; i < secondCount; i++) {
            pins.add(new BoardSpec.Pin(String.format(second, i), firstCount + i, interrupt));
        }
        return pins;
    }

    private static List<String> numbered(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + i);
        }
        return names;
    }
}
