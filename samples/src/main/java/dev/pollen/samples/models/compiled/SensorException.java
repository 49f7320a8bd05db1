// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.compiled;

/** A sensor has failed. */
final class SensorException extends Exception {
    private static final long serialVersionUID = 1;

    SensorException() {
        super("sensor failed");
    }
}
