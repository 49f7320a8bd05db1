// SPDX-License-Identifier: Apache-2.0
/**
 * Boards that are simulated to the byte: pins with edges, UARTs with their baud rates, buses with their clocks, an interrupt
 * controller, and an outside world to attach devices to. A board is made by {@link dev.pollen.simboard.SimBoard}.
 *
 * <pre>
 *   firmware              Output, Input, Uart, SpiBus, I2c ..     interfaces of dev.pollen.hal
 *   drivers               SimUart, SimI2c ..                      woven: await an event, look at the peripheral
 *   interrupts            SimInterrupts                           priorities, masks; run the vectors
 *   peripherals           UartHardware, I2cHardware ..            a byte at a time, by events of SimTime
 *   outside world         SerialLine, SpiWires, I2cWires, SimPin  where devices and tests are
 * </pre>
 *
 * <p>Everything runs on the thread of one executor. Its clock is the board's: on a {@code VirtualClock} each run is the
 * same, on the real one the board is live, and other threads reach it by {@code SimBoard.fromOutside}.
 */
@NullMarked
package dev.pollen.simboard;

import org.jspecify.annotations.NullMarked;
