// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Dispatch;
import org.jspecify.annotations.Nullable;

/**
 * A future that a frame holds for good.
 *
 * @param index its number in the frame
 * @param type internal name of its class
 * @param isFrame whether it is the frame of an async function
 * @param dispatch for the slot of a call that can be overridden, what is known of its receivers; else null
 */
public record Slot(
        int index, String type, boolean isFrame, @Nullable Dispatch dispatch) {
    /**
     * A slot for a call.
     *
     * @param index its number in the frame
     * @param callee what the call gives
     * @return the slot
     */
    static Slot of(int index, Callee callee) {
        boolean frame = callee.kind() == Callee.Kind.FUNCTION && callee.dispatch() == null;
        return new Slot(index, callee.slotClass(), frame, callee.dispatch());
    }

    /** Whether another call could use this slot, too, if it is free. */
    boolean fits(Callee callee) {
        return equals(of(index, callee));
    }

    /**
     * The name of its field.
     *
     * @return for example {@code child$0}
     */
    public String field() {
        return "child$" + index;
    }
}
