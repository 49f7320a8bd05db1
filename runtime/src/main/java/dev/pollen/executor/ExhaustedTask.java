// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Task;

/** What a task's method returns when its pool has no free slot: of the right kind, so that the call can return it. */
final class ExhaustedTask {
    private ExhaustedTask() {}

    /** A token of the same kind as a pool's slots. */
    static TaskHeader like(TaskHeader slot) {
        if (slot instanceof Task.OfInt) {
            return new OfInt();
        }
        if (slot instanceof Task.OfLong) {
            return new OfLong();
        }
        if (slot instanceof Task.OfDouble) {
            return new OfDouble();
        }
        return slot instanceof Task.OfBoolean ? new OfBoolean() : new OfObject();
    }

    static boolean isPrimitive(TaskHeader slot) {
        return slot instanceof Task.OfInt
                || slot instanceof Task.OfLong
                || slot instanceof Task.OfDouble
                || slot instanceof Task.OfBoolean;
    }

    private static final class OfObject extends Task<Object> {}

    private static final class OfInt extends Task.OfInt {}

    private static final class OfLong extends Task.OfLong {}

    private static final class OfDouble extends Task.OfDouble {}

    private static final class OfBoolean extends Task.OfBoolean {}
}
