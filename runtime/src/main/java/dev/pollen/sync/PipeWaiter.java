// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/** A future that reads or writes bytes of a {@link Pipe} when it is its turn. */
abstract class PipeWaiter extends TurnWaiter<Pipe> {
    /** The bytes that it copies to or from; null for one that only looks. */
    byte @Nullable [] bytes;

    int offset;
    int left;

    final void place(Pipe of, byte @Nullable [] array, int from, int length) {
        placed();
        passage = of;
        bytes = array;
        offset = from;
        left = length;
    }

    /** For nothing nobody waits. */
    @Override
    final boolean seemsThere() {
        return left == 0 || super.seemsThere();
    }

    @Override
    final boolean canTake() {
        return left == 0 || super.canTake();
    }

    @Override
    final void letGo() {
        super.letGo();
        bytes = null;
    }
}
