// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** The exception of an operation that an implementation has left out. */
final class Unsupported {
    private Unsupported() {}

    static UnsupportedOperationException by(Object implementation, String operation) {
        return new UnsupportedOperationException(implementation
                .getClass()
                .getName()
                .concat(" does not implement ")
                .concat(operation));
    }
}
