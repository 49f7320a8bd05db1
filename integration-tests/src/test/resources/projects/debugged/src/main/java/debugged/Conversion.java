// SPDX-License-Identifier: Apache-2.0
package debugged;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/** Is pending once. */
final class Conversion implements Future.OfInt {
    private final int channel;
    private boolean started;

    Conversion(int channel) {
        this.channel = channel;
    }

    @Override
    public Poll poll(Context cx) {
        if (started) {
            return Poll.READY;
        }
        started = true;
        cx.waker().wake();
        return Poll.PENDING;
    }

    @Override
    public int getAsInt() {
        return channel * 100;
    }

    @Override
    public void cancel() {}
}
