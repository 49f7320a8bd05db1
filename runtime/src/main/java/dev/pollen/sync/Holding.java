// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/**
 * What the future of a lock or of a reservation gives when it is complete: something that is held until it is closed.
 *
 * <p>A slot is free for the next lock as soon as its future is complete, while what it gave is still open: {@code try
 * (var a = await(m.lock()); var b = await(n.lock()))} needs one slot. So a slot has as many of these as were ever open at
 * once, in a list, the first made with the slot, and each is used again after it was closed.
 *
 * @param <P> the class of the primitive
 * @param <H> the class itself
 */
abstract class Holding<P, H extends Holding<P, H>> {
    /** What it holds a part of; null while it is closed. */
    @Nullable
    P of;

    /** The next one of the same slot. */
    @Nullable
    H other;

    /** One more of its class, closed. */
    abstract H another();

    /**
     * One that can be opened.
     *
     * @param first the first of a slot
     * @param <H> its class
     * @return one of the slot's that is closed, made if there is none
     */
    static <H extends Holding<?, H>> H closedOf(H first) {
        H found = first;
        while (found.of != null) {
            H next = found.other;
            if (next == null) {
                next = found.another();
                found.other = next;
            }
            found = next;
        }
        return found;
    }

    /** The exception of the use of a closed one. */
    static IllegalStateException closed(String what, String again) {
        return new IllegalStateException(
                what.concat(" was used after it was closed; ").concat(again).concat(" again"));
    }
}
