// SPDX-License-Identifier: Apache-2.0
/**
 * An oscilloscope for simulated boards: records pins, one of them for each task, high while the task is polled, and writes
 * what GTKWave and other viewers open.
 *
 * <pre>{@code
 * TaskPins tasks = new TaskPins();
 * Executor executor = Executor.builder().clock(clock).trace(tasks).build();
 * executor.run(spawner -> {
 *     SimBoard board = SimBoard.stm32f769Disco(spawner);
 *     Oscilloscope scope = new Oscilloscope(board, 100_000);
 *     scope.probe("led", board.pin("PJ13"));
 *     tasks.connect(board, scope, "PD0", "PD1", "PD3");
 *     ..
 * });
 * scope.writeTo(Path.of("blinky.vcd"));
 * }</pre>
 */
@NullMarked
package dev.pollen.simboard.scope;

import org.jspecify.annotations.NullMarked;
