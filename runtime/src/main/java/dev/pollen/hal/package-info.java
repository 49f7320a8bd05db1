// SPDX-License-Identifier: Apache-2.0
/**
 * What firmware asks of a board: pins, buses, converters, clocks. Drivers are written against these interfaces; a board
 * implements them, and says in {@link dev.pollen.hal.Peripherals} and {@link dev.pollen.hal.Interrupts} who owns what and
 * which handler runs when.
 *
 * <p><b>Buffers.</b> An array that is handed to a transfer belongs to the hardware from the first poll of the future until
 * it has ended or was cancelled. A cancelled transfer may have changed the array up to that moment; when {@code cancel}
 * returns nothing touches it any more, in the middle of a byte or not. A future that is polled by hand and then forgotten,
 * neither ended nor cancelled, keeps its array and its peripheral.
 *
 * <p><b>Errors</b> are checked exceptions with a {@code kind} that a driver can act on. They leave from the await.
 *
 * <p><b>Calls through these interfaces</b> allocate nothing after the first: each async method has a twin that takes a
 * slot of the awaiting frame, {@code read$in(.., ReceiverFrames)}. Woven implementations get theirs from the weaver, those
 * written by hand, lambdas among them, inherit one that uses the future that the method returns.
 */
@NullMarked
package dev.pollen.hal;

import org.jspecify.annotations.NullMarked;
