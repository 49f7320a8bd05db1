// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** A digital output pin. */
public interface Output {
    /** Makes a low pin high and a high one low. Returns at once. */
    void toggle();
}
