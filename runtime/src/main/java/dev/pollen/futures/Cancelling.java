// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Future;
import org.jspecify.annotations.Nullable;

/** Cancels one future after the other, whatever they throw, and keeps what was thrown first. */
final class Cancelling {
    private Cancelling() {}

    /**
     * Cancels a future.
     *
     * @param future the future
     * @param first what was thrown before
     * @return what was thrown first, with the rest suppressed in it
     */
    static @Nullable Throwable cancel(Future<?> future, @Nullable Throwable first) {
        try {
            future.cancel();
        } catch (Throwable thrown) {
            return first(first, thrown);
        }
        return first;
    }

    /** What was thrown first, if anything was before, with the rest suppressed in it. */
    static Throwable first(@Nullable Throwable before, Throwable thrown) {
        if (before == null) {
            return thrown;
        }
        if (thrown != before) {
            before.addSuppressed(thrown);
        }
        return before;
    }

    /**
     * Throws, whatever its type: children are declared to throw what their factories declare.
     *
     * @param thrown what to throw
     * @return never
     */
    static RuntimeException rethrow(Throwable thrown) {
        throw Cancelling.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
