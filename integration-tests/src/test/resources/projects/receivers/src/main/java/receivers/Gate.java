// SPDX-License-Identifier: Apache-2.0
package receivers;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Placed;

/** Pending once: each poll of a loop that awaits it is one round. */
public final class Gate implements Future<Void> {
    private boolean waited;

    /** A gate that is shut. */
    public Gate() {}

    /** A gate to await. */
    @Placed(slot = Gate.class, by = "next$in")
    public static Gate next() {
        return next$in(new Gate());
    }

    /** Shuts a gate. */
    public static Gate next$in(Gate slot) {
        slot.waited = false;
        return slot;
    }

    @Override
    public Poll poll(Context cx) {
        cx.waker();
        boolean ready = waited;
        waited = true;
        return ready ? Poll.READY : Poll.PENDING;
    }

    @Override
    public Void get() {
        return null;
    }

    @Override
    public void cancel() {}
}
