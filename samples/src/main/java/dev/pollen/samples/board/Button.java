// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.sync.Notification;

/** A push button. A press that comes while nobody waits is kept; of several such, one. */
public final class Button {
    private final Notification presses = Notification.of();

    Button() {}

    /**
     * Waits for the next press.
     *
     * @return nothing, when it comes
     */
    @Async
    public Future<Void> pressed() {
        return presses.notified();
    }

    /** Presses it, from any thread. */
    void press() {
        presses.notifyOne();
    }
}
