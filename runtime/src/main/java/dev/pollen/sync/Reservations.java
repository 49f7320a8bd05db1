// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/** What is refused to reservations. */
final class Reservations {
    private Reservations() {}

    /** The channel of an open one. */
    static <C> C checkOpen(@Nullable C channel) {
        if (channel == null) {
            throw Holding.closed("the reservation", "reserve");
        }
        return channel;
    }

    static void checkClosed(boolean open) {
        if (open) {
            throw new IllegalStateException(
                    "the reservation is still open; commit or close it first, or use another one");
        }
    }
}
