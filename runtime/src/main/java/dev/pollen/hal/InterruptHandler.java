// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/**
 * What runs when an interrupt comes.
 *
 * <p>It runs in interrupt context, on top of whatever runs at that moment: a task in the middle of its poll, or another
 * handler of lower priority. So it reads and clears what its peripheral has, wakes whoever waits for that, and returns.
 * It may call {@link dev.pollen.Waker#wake}, {@code Notification.notifyOne}, {@code Signal.signal}, {@code trySend} of a
 * channel and the like; it may not poll, run an executor, block or await: {@link dev.pollen.Context#of} and the methods
 * of an executor that poll throw {@link IllegalStateException} there. It allocates nothing, and throws nothing: what it
 * throws is reported as uncaught, and the interrupt is over.
 */
@FunctionalInterface
public interface InterruptHandler {
    /** The interrupt has come. */
    void handle();
}
