// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

/** The arguments of a command are not understood; the message says which and why. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
