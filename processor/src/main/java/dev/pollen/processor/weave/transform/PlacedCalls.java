// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Callees;
import dev.pollen.processor.weave.layout.FrameField;
import dev.pollen.processor.weave.layout.Placement;
import dev.pollen.processor.weave.layout.Slot;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Makes each placed call build its future in its slot.
 *
 * <pre>
 *   ldc 500                                       ldc 500
 *   invokestatic Timer.afterMillis(J)Timer  --&gt;   aload frame; getfield child$0
 *                                                 invokestatic Timer.afterMillis$in(J Timer)Timer
 * </pre>
 *
 * <p>Where a variable holds the future, the one that the same call made before may not have ended: it is cancelled. The
 * frame remembers a future on the heap that only a variable holds.
 */
public final class PlacedCalls {
    private PlacedCalls() {}

    /**
     * Changes a body.
     *
     * @param body the body
     * @param placement which call has which slot
     * @param callees what calls give
     */
    public static void apply(Body body, Placement placement, Callees callees) {
        placement.slots().forEach((call, slot) -> {
            Callee callee = Objects.requireNonNull(callees.apply(call));
            Code push = new Code();
            for (Slot operator : placement.operators(call)) {
                push.aload(body.frameSlot())
                        .getField(body.target().future(), operator.field(), Names.descriptor(operator.type()))
                        .add(free(operator));
            }
            push.aload(body.frameSlot()).getField(body.target().future(), slot.field(), "L" + slot.type() + ";");
            if (placement.isKept(call)) {
                push.op(Opcodes.DUP).add(free(slot));
            }
            body.method().instructions.insertBefore(call, push.insns());
            call.name = callee.twin();
            call.desc = AsyncTarget.twinDescriptor(call.desc, callee.twinSlot());
        });
        placement.owned().forEach((call, field) -> own(body, call, field));
        body.method().maxStack += 3;
    }

    /** The slot is on the stack: ends what it holds. */
    private static Code free(Slot slot) {
        return new Code()
                .invoke(
                        Opcodes.INVOKESTATIC,
                        Names.UNWINDING,
                        "free",
                        "(" + Names.descriptor(slot.isStream() ? Names.ASYNC_STREAM : Names.FUTURE) + ")V",
                        false);
    }

    private static void own(Body body, MethodInsnNode call, FrameField field) {
        Code code = new Code()
                .op(Opcodes.DUP)
                .aload(body.frameSlot())
                .getField(body.target().future(), field)
                .op(Opcodes.SWAP)
                .aload(body.frameSlot())
                .op(Opcodes.SWAP)
                .putField(body.target().future(), field)
                .add(Dropping.one(Dropping.isStream(field)));
        body.method().instructions.insert(call, code.insns());
    }
}
