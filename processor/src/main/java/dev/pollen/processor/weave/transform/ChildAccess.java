// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.SuspensionPoint;
import dev.pollen.processor.weave.layout.FrameField;
import dev.pollen.processor.weave.layout.Slot;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * How one await gets at its child: in a slot of the frame, whose class is known, or on the heap, in a local that the
 * frame keeps.
 *
 * @param point the await
 * @param slot the slot; null for a child on the heap
 * @param stream the field of the frame's own stream whose next value the child is; null for any other child
 * @param callee the method of this class whose frame the slot is, so that its body can be called; null for any other child
 * @param future internal name of the frame's class
 * @param frameLocal the local of the frame
 * @param contextLocal the local of the context
 * @param heapLocal the local of a child on the heap
 */
record ChildAccess(
        SuspensionPoint point,
        @Nullable Slot slot,
        @Nullable FrameField stream,
        @Nullable AsyncTarget callee,
        String future,
        int frameLocal,
        int contextLocal,
        int heapLocal) {
    private static final String POLL = "(" + Names.descriptor(Names.CONTEXT) + ")" + Names.descriptor(Names.POLL);

    private String form() {
        return Calls.awaitedForm(point.await());
    }

    /** The child that the user's code made is on the stack: leaves it where {@link #push} finds it. */
    Code arrive() {
        // A slot's twin gives the slot; a stream has been asked, and is polled itself.
        return slot == null ? new Code().astore(heapLocal) : new Code().op(Opcodes.POP);
    }

    /** Pushes the child, where the local of a child on the heap is set. */
    Code push() {
        Code code = new Code();
        return slot == null ? code.aload(heapLocal) : pushSlot(code, slot);
    }

    private Code pushSlot(Code code, Slot slot) {
        return code.aload(frameLocal).getField(future, slot.field(), "L" + slot.type() + ";");
    }

    /** The child is on the stack: polls it, and leaves what it says. */
    Code poll() {
        if (callee != null) {
            return new Code().add(BodyCall.of(callee, contextLocal));
        }
        Code code = new Code().aload(contextLocal);
        if (slot != null && slot.isStream()) {
            return code.invoke(Opcodes.INVOKEVIRTUAL, slot.type(), "pollNext", POLL);
        }
        return slot == null
                ? code.invoke(Opcodes.INVOKEINTERFACE, form(), "poll", POLL)
                : code.invoke(Opcodes.INVOKEVIRTUAL, slot.type(), "poll", POLL);
    }

    /** The child is on the stack and ready: leaves its value. */
    Code get() {
        if (slot != null && slot.isStream()) {
            return new Code().invoke(Opcodes.INVOKEVIRTUAL, slot.type(), "hasCurrent", "()Z");
        }
        ResultKind kind = Objects.requireNonNull(ResultKind.of(Names.FUTURE, form()));
        String descriptor = "()" + Type.getReturnType(point.await().desc).getDescriptor();
        return slot == null
                ? new Code().invoke(Opcodes.INVOKEINTERFACE, form(), kind.getter(), descriptor)
                : new Code().invoke(Opcodes.INVOKEVIRTUAL, slot.type(), kind.getter(), descriptor);
    }
}
