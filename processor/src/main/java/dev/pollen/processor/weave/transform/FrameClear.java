// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.layout.FrameField;
import dev.pollen.processor.weave.layout.FrameLayout;
import dev.pollen.processor.weave.layout.Placement;
import dev.pollen.processor.weave.layout.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes what a frame does when it ends: it lets go of all references and drops the futures that may not have ended.
 *
 * <pre>
 *   void clear() {
 *     self = null; led = null;
 *     Unwinding.dropped(Unwinding.drop(owned$0, Unwinding.drop(child$1, null))); owned$0 = null;
 *   }
 * </pre>
 *
 * @param future internal name of the frame's class
 * @param references the fields that hold references to no future of the frame
 * @param slots the slots to drop
 * @param owned the fields that hold futures to drop
 */
record FrameClear(String future, List<FrameField> references, Collection<Slot> slots, Collection<FrameField> owned) {
    static FrameClear of(AsyncTarget target, FrameLayout layout, Placement placement) {
        List<FrameField> references = new ArrayList<>();
        if (!target.isStatic()) {
            references.add(new FrameField(BodyCall.SELF, Names.descriptor(target.owner())));
        }
        layout.fields().stream().filter(FrameField::isReference).forEach(references::add);
        return new FrameClear(
                target.future(),
                references,
                placement.dropped(),
                placement.owned().values());
    }

    boolean isNeeded() {
        return !references.isEmpty() || drops();
    }

    private boolean drops() {
        return !slots.isEmpty() || !owned.isEmpty();
    }

    MethodNode method() {
        Code code = new Code();
        references.forEach(field -> forget(code, field));
        if (drops()) {
            code.op(Opcodes.ACONST_NULL);
            for (Slot slot : slots) {
                code.aload(0)
                        .getField(future, slot.field(), Names.descriptor(slot.type()))
                        .op(Opcodes.SWAP)
                        .add(Dropping.next(slot.isStream()));
            }
            for (FrameField field : owned) {
                code.aload(0).getField(future, field).op(Opcodes.SWAP);
                forget(code, field);
                code.add(Dropping.next(Dropping.isStream(field)));
            }
            code.add(Dropping.end());
        }
        return Methods.method(Opcodes.ACC_PUBLIC, "clear", "()V", code.op(Opcodes.RETURN));
    }

    private void forget(Code code, FrameField field) {
        code.aload(0).op(Opcodes.ACONST_NULL).putField(future, field);
    }
}
