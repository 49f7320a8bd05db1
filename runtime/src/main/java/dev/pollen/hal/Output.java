// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/**
 * A digital output pin.
 *
 * <p>All methods return at once.
 *
 * <p>{@link #toggle} alone is abstract, so that a lambda serves as an LED in a test; what can be set has all of them.
 *
 * <p><b>Threading.</b> One task at a time.
 *
 * <p><b>Allocation.</b> None.
 */
public interface Output {
    /** Makes a low pin high and a high one low. */
    void toggle();

    /**
     * Makes the pin high.
     *
     * @throws UnsupportedOperationException if this output can be toggled and nothing else
     */
    default void setHigh() {
        set(Level.HIGH);
    }

    /**
     * Makes the pin low.
     *
     * @throws UnsupportedOperationException if this output can be toggled and nothing else
     */
    default void setLow() {
        set(Level.LOW);
    }

    /**
     * Sets the pin.
     *
     * @param level its level from now on
     * @throws UnsupportedOperationException if this output can be toggled and nothing else
     */
    default void set(Level level) {
        throw Unsupported.by(this, "Output.set(Level)");
    }

    /**
     * Whether the pin is driven high.
     *
     * @return what was set last
     * @throws UnsupportedOperationException if this output can be toggled and nothing else
     */
    default boolean isSetHigh() {
        throw Unsupported.by(this, "Output.isSetHigh()");
    }

    /**
     * Whether the pin is driven low.
     *
     * @return what was set last
     * @throws UnsupportedOperationException if this output can be toggled and nothing else
     */
    default boolean isSetLow() {
        return !isSetHigh();
    }
}
