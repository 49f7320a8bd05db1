// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/** What has two ends, at each of which its users take turns: after each step somebody may be able to go on. */
abstract class Passage {
    final Access access;

    Passage(Access access) {
        this.access = access;
    }

    /**
     * Grants what somebody waits for, if that is there; inside of the access.
     *
     * @return who is to be woken; null if nobody can go on
     */
    abstract @Nullable Waker next();

    /** Wakes whoever can go on, one at a time: a wake may do anything. */
    final void passOn() {
        for (; ; ) {
            Waker waker;
            access.enter();
            try {
                waker = next();
            } finally {
                access.exit();
            }
            if (waker == null) {
                return;
            }
            waker.wake();
        }
    }
}
