// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Callees;
import dev.pollen.processor.weave.layout.Placement;
import java.util.Objects;
import org.objectweb.asm.tree.InsnList;

/**
 * Makes each placed call build its future in its slot.
 *
 * <pre>
 *   ldc 500                                       ldc 500
 *   invokestatic Timer.afterMillis(J)Timer  --&gt;   aload frame; getfield child$0
 *                                                 invokestatic Timer.afterMillis$in(J Timer)Timer
 * </pre>
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
            InsnList push = new Code()
                    .aload(body.frameSlot())
                    .getField(body.target().future(), slot.field(), "L" + slot.type() + ";")
                    .insns();
            body.method().instructions.insertBefore(call, push);
            call.name = callee.twin();
            call.desc = AsyncTarget.twinDescriptor(call.desc, slot.type());
        });
    }
}
