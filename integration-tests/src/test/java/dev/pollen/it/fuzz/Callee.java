// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.List;

/**
 * An async method that was written already and can be called by those that follow.
 *
 * @param name its name
 * @param result what awaiting it gives; null for nothing
 * @param parameters what it takes; the first of a recursive one says how deep it goes
 * @param target what it is called on
 * @param isThrowing whether it declares a checked exception
 * @param leaves how many leaves it makes at most
 */
record Callee(String name, Kind result, List<Kind> parameters, Target target, boolean isThrowing, int leaves) {
    /** What a call stands on. */
    enum Target {
        STATIC,
        INSTANCE,
        /** Static, and calls itself. */
        RECURSIVE,
        /** One of a few classes, which are all known. */
        SEALED,
        /** One of a few classes, which may be more. */
        OPEN
    }

    boolean isDispatched() {
        return target == Target.SEALED || target == Target.OPEN;
    }

    boolean isRecursive() {
        return target == Target.RECURSIVE;
    }
}
