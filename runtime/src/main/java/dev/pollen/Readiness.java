// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/**
 * The poll contract of a future that never waits for anything but budget.
 *
 * <pre>
 *   FRESH --poll, budget left--> READY
 *     '-----cancel()-----------> CANCELLED
 * </pre>
 */
abstract class Readiness {
    private static final byte FRESH = 0;
    private static final byte READY = 1;
    private static final byte CANCELLED = 2;

    private byte state;

    public final Poll poll(Context cx) {
        if (state != FRESH) {
            throw new IllegalStateException("a ready future was polled after "
                    .concat(
                            state == READY
                                    ? "completion; it ends once, call the method again"
                                    : "cancel; call the method again"));
        }
        if (!cx.spend()) {
            cx.waker().wake();
            return Poll.PENDING;
        }
        state = READY;
        return Poll.READY;
    }

    public void cancel() {
        if (state == FRESH) {
            state = CANCELLED;
        }
    }

    final boolean isCancelled() {
        return state == CANCELLED;
    }

    final void checkReady() {
        if (state != READY) {
            throw new IllegalStateException("the value of a ready future was read before its poll");
        }
    }
}
