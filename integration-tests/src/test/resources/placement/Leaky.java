// SPDX-License-Identifier: Apache-2.0
package box;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Placed;

/** A future that others may place, and that makes an array each time all the same. */
public final class Leaky implements Future<Void> {
    private long[] hidden;

    public Leaky() {}

    @Placed(slot = Leaky.class, by = "leaky$in")
    public static Future<Void> leaky() {
        return leaky$in(new Leaky());
    }

    public static Leaky leaky$in(Leaky slot) {
        slot.hidden = new long[2];
        return slot;
    }

    @Override
    public Poll poll(Context cx) {
        return Poll.READY;
    }

    @Override
    public Void get() {
        return null;
    }

    @Override
    public void cancel() {
        hidden = null;
    }
}
