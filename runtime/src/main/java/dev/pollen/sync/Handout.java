// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import org.jspecify.annotations.Nullable;

/**
 * What a future's slot gives as its value, and gives again after it was closed. A slot is free for its next use while
 * what it gave before is still open, so it has as many of them as were ever open at once, the first made with the slot.
 *
 * @param <H> the class itself
 */
abstract class Handout<H extends Handout<H>> {
    private @Nullable H other;

    /** Whether somebody still uses it. */
    abstract boolean isOpen();

    /** One more. */
    abstract H another();

    /** One of the slot's that is closed. */
    static <H extends Handout<H>> H closedOne(H first) {
        H found = first;
        while (found.isOpen()) {
            Handout<H> open = found;
            if (open.other == null) {
                open.other = found.another();
            }
            found = open.other;
        }
        return found;
    }
}
