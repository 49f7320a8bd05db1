// SPDX-License-Identifier: Apache-2.0
package greenhouse;

/** A sensor is silent. */
public final class NoReadingException extends Exception {
    private static final long serialVersionUID = 1L;

    NoReadingException(String message) {
        super(message);
    }
}
