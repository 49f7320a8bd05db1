// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Poll;

/** A future that waits for nothing but budget. */
abstract class AtOnce extends SingleUse {
    AtOnce() {}

    /** {@code poll} of the subclasses. */
    final Poll pollAtOnce(Context cx) {
        starts();
        if (!cx.spend()) {
            cx.pollAgain();
            return Poll.PENDING;
        }
        completes();
        return Poll.READY;
    }

    @Override
    final String name() {
        return "ready(v)";
    }
}
