// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Dispatch;
import org.jspecify.annotations.Nullable;

/**
 * A future or a stream that a frame holds for good.
 *
 * @param index its number in the frame
 * @param type internal name of its class
 * @param isFrame whether it is the frame of an async function or a generator
 * @param isStream whether it is a stream: what is awaited is a part of it
 * @param dispatch for the slot of a call that can be overridden, what is known of its receivers; else null
 */
public record Slot(
        int index,
        String type,
        boolean isFrame,
        boolean isStream,
        @Nullable Dispatch dispatch) {
    /**
     * A slot for a call.
     *
     * @param index its number in the frame
     * @param callee what the call gives
     * @return the slot
     */
    static Slot of(int index, Callee callee) {
        boolean stream = callee.isStream();
        boolean frame = callee.kind() == Callee.Kind.GENERATOR
                || callee.kind() == Callee.Kind.FUNCTION && callee.dispatch() == null;
        return new Slot(index, callee.slotClass(), frame, stream, callee.dispatch());
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
