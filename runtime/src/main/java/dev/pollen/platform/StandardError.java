// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

/** Where an executor without a handler of its own reports. */
public final class StandardError {
    private StandardError() {}

    /**
     * Prints a failure with its stack trace.
     *
     * @param headline what failed
     * @param thrown why
     */
    public static void print(String headline, Throwable thrown) {
        synchronized (System.err) {
            System.err.println(headline);
            thrown.printStackTrace();
        }
    }
}
